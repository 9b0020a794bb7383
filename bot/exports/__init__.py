"""Files the bot hands out: calendar and spreadsheet."""
