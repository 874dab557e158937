"""The look of everything: colors, signs, building blocks, controls, tables."""
