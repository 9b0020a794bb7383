"""What is said. Takes inputs, returns replies; knows neither Telegram nor SQL."""
