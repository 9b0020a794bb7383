"""The list of conversations, the clock, the faults, the connection."""

import json

import pytest
from playwright.async_api import Route, expect

from .conftest import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_nobody_yet_then_somebody(stage: Stage) -> None:
    await stage.visit()
    await expect(stage.page.get_by_text("Personne n’est encore là.")).to_be_visible()
    await stage.page.get_by_role("button", name="Ajouter une personne").click()
    dialog = stage.page.get_by_role("dialog", name="Ajouter une personne")
    await dialog.get_by_role("button", name="Ajouter", exact=True).click()
    await expect(dialog).to_be_visible()  # a first name is needed
    await dialog.get_by_label("Prénom").fill("Marie")
    await dialog.get_by_label("Nom", exact=True).fill("Dupont")
    await dialog.get_by_label("Langue").select_option("en")
    await dialog.get_by_role("button", name="Ajouter", exact=True).click()
    await stage.chat("Marie Dupont").get_by_role("button", name="Démarrer").click()
    person = (await stage.bot.next("message"))["from"]
    assert (person["last_name"], person["language_code"]) == ("Dupont", "en")


async def test_unread_messages_are_counted(stage: Stage) -> None:
    karim = await stage.join("Karim")
    await stage.write(karim, "/start")
    await stage.join("Marie")
    await stage.visit()
    await stage.open("Marie")
    await stage.bot.say(karim, "Un")
    await stage.bot.say(karim, "Deux")
    entry = stage.page.get_by_role("navigation").get_by_role("button", name="Karim")
    await expect(entry).to_contain_text("2 messages non lus".replace(" ", "\u00a0", 1))
    await expect(stage.page).to_have_title("(2) Binôme, le bac à sable")
    await entry.click()
    await expect(entry).not_to_contain_text("non lu")
    await expect(stage.page).to_have_title("Binôme, le bac à sable")


async def test_chats_side_by_side(stage: Stage) -> None:
    for number, name in ((40, "Dominique"), (30, "Karim"), (20, "Marie"), (10, "Paul")):
        await stage.join(name, organiser=name == "Dominique", id=number)
    await stage.visit()
    await expect(stage.page.locator(".person-name")).to_have_text(
        ["Dominique", "Karim", "Marie", "Paul"]
    )
    regions = stage.page.get_by_role("main").get_by_role("region")
    await expect(regions).to_have_count(1)
    await stage.page.get_by_role(
        "button", name="3 conversations côte à côte".replace(" ", "\u00a0", 1)
    ).click()
    await expect(regions).to_have_count(3)
    await stage.open("Paul")  # takes the place of one of them
    await expect(regions).to_have_count(3)
    await stage.page.reload()
    await expect(regions).to_have_count(3)
    await expect(stage.chat("Paul")).to_be_visible()
    await stage.page.set_viewport_size({"width": 900, "height": 800})
    await expect(regions).to_have_count(1)
    entry = stage.page.get_by_role("navigation").get_by_role("button", name="Dominique")
    await expect(entry).to_contain_text("organise")


async def test_group_is_made_and_asks_who_writes(stage: Stage) -> None:
    for name in ("Marie", "Paul", "Karim"):
        await stage.join(name)
    await stage.visit()
    await stage.page.get_by_role("button", name="Créer un groupe").click()
    dialog = stage.page.get_by_role("dialog", name="Créer un groupe")
    await dialog.get_by_label("Nom du groupe").fill("Mairie de Pélussin")
    await dialog.get_by_label("Karim").uncheck()
    await dialog.get_by_role("button", name="Créer").click()
    await stage.bot.next("my_chat_member")
    chat = stage.chat("Mairie de Pélussin")
    await expect(chat.get_by_text("Marie, Paul et Binôme", exact=True)).to_be_visible()
    await chat.get_by_label("Qui écrit").select_option("Paul")
    await chat.get_by_role("textbox", name="Message de").fill("/places")
    await chat.get_by_role("button", name="Envoyer").click()
    await expect(chat.get_by_role("article").last).to_contain_text("Paul")


async def test_clock_moves(stage: Stage) -> None:
    async def with_moment(route: Route) -> None:
        state = await (await route.fetch()).json()
        state["moments"] = [{"label": "La veille à 10 h", "at": "2015-03-04T09:00:00Z"}]
        await route.fulfill(json=state)

    await stage.page.route("**/sandbox/state", with_moment)
    await stage.visit()
    clock = stage.page.get_by_role("region", name="Horloge")
    face = clock.get_by_role("time")
    await expect(face).to_have_text("lundi 16 février 2015 9\u00a0h\u00a000")
    await clock.get_by_role("button", name="1 heure").click()
    await expect(face).to_contain_text("10\u00a0h\u00a000")
    await clock.get_by_role("button", name="1 jour").click()
    await expect(face).to_contain_text("mardi 17 février 2015")
    await clock.get_by_role("button", name="La veille à 10 h").click()
    await expect(face).to_have_text("mercredi 4 mars 2015 10\u00a0h\u00a000")
    await clock.get_by_label("Aller au").fill("2015-04-01T08:30")  # summer time
    await clock.get_by_role("button", name="Régler").click()
    await expect(face).to_have_text("mercredi 1er avril 2015 8\u00a0h\u00a030")


async def test_message_after_the_clock_has_a_new_day(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.visit()
    chat = await stage.open("Marie")
    await stage.page.get_by_role("button", name="1 jour").click()
    await expect(stage.page.locator("#clock-day")).to_have_text("mardi 17 février 2015")
    await stage.bot.say(marie, "C’est demain.")
    await expect(chat.locator(".day")).to_have_text(
        ["lundi 16 février 2015", "mardi 17 février 2015"]
    )


async def test_faults_are_set_and_reset(stage: Stage) -> None:
    await stage.visit()
    page = stage.page
    await page.get_by_text("Pannes").click()
    await page.get_by_label("Messages livrés deux fois").fill("25")
    await page.get_by_label("Délai de chaque réponse").fill("0.5")
    await page.get_by_label("Délai de chaque réponse").press("Tab")
    await page.get_by_label("Coupure complète").check()
    await expect(page.locator("#faults-count")).to_have_text("3\u00a0actives")
    faults = await read_faults(stage)
    assert (faults["duplicate"], faults["latency"], faults["outage"]) == (0.25, 0.5, True)
    await page.get_by_role("button", name="Tout remettre d’aplomb").click()
    await expect(page.locator("#faults-count")).to_have_text("aucune")
    assert (await read_faults(stage))["duplicate"] == 0


async def read_faults(stage: Stage) -> dict[str, float]:
    async with stage.http.get(f"{stage.address}/sandbox/state") as response:
        return dict(json.loads(await response.text())["faults"])


async def test_server_gone_and_back(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.page.route("**/sandbox/state", lambda route: route.abort())
    await stage.page.goto(stage.address)
    notice = stage.page.get_by_text("Le serveur ne répond plus.")
    await expect(notice).to_be_visible()
    await stage.bot.say(marie, "Pendant la coupure")
    await stage.page.unroute("**/sandbox/state")
    await expect(notice).to_be_hidden()
    chat = await stage.open("Marie")
    await expect(chat.get_by_text("Pendant la coupure")).to_be_visible()
    stage.troubles.clear()  # the browser notes the failed requests by itself


async def test_message_during_the_first_reading_is_not_missed(stage: Stage) -> None:
    async def old_state(route: Route) -> None:
        response = await route.fetch()
        await stage.bot.say(marie, "Entre les deux")
        await route.fulfill(response=response)

    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.page.route("**/sandbox/state", old_state)
    await stage.visit()
    chat = await stage.open("Marie")
    await expect(chat.get_by_text("Entre les deux")).to_have_count(1)


async def test_draft_outlives_a_lost_connection(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.visit()
    chat = await stage.open("Marie")
    await chat.get_by_role("textbox").fill("à finir")
    async with stage.page.expect_response("**/sandbox/state"):
        stage.sandbox.events.close()
    await stage.bot.say(marie, "Me revoilà")
    await expect(chat.get_by_text("Me revoilà")).to_be_visible()
    await expect(chat.get_by_role("textbox")).to_have_value("à finir")
    await expect(chat.get_by_role("textbox")).to_be_focused()
