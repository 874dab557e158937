"""How the rules are applied to a whole register: to its tables at once, to its documents share by share."""
