"""The screens. The screen is just another device: it draws states and passes on happenings."""
