"""What must hold of a register: a module for each family of rule ids, and the catalog of them all."""
