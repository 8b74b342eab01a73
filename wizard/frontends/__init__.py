"""Front ends draw a Screen and send intents. No rule of the method lives here."""
