# Everything is built in the first stage; the second takes the finished environment and nothing else.
FROM python:3.11-slim AS build
WORKDIR /source
RUN python3 -m venv /tools && python3 -m venv --without-pip /opt/binome
COPY requirements.lock requirements-build.lock ./
RUN /tools/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock
RUN /tools/bin/pip --python /opt/binome/bin/python install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY telegram_sandbox telegram_sandbox
COPY locales locales
COPY events events
RUN /tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /tools/bin/pip --python /opt/binome/bin/python install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.11-slim
COPY --from=build /opt/binome /opt/binome
RUN install --directory --owner=10001 --group=10001 --mode=700 /data
ENV PATH=/opt/binome/bin:$PATH \
    BINOME_DATABASE_URL=sqlite:////data/binome.db
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["binome", "health"]
ENTRYPOINT ["binome"]
CMD ["run"]
