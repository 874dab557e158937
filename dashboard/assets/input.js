// The plain <input> that dashboard.controls.Input names. What is typed stays the reader's: only another value from the
// server changes it.
"use strict";
window.dashboard = {
  Input({ setProps, value, checked, ...rest }) {
    const { createElement, useEffect, useRef } = React;
    const field = useRef(null);
    const ticked = rest.type === "checkbox" || rest.type === "radio";
    useEffect(() => {
      if (ticked) field.current.checked = Boolean(checked);
      else field.current.value = value ?? "";
    }, [value, checked]);
    const own = ticked ? { value, defaultChecked: checked } : { defaultValue: value };
    const known = ["id", "type", "name", "placeholder", "className", "autoComplete", "min", "max", "step", "enterKeyHint"];
    const passed = Object.entries(rest).filter(([name]) => known.includes(name) || /^(data|aria)-/.test(name));
    return createElement("input", { ...Object.fromEntries(passed), ...own, ref: field });
  },
};
