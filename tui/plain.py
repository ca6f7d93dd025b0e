"""Plain mode: the exercise as lines of text, without the screen library."""
