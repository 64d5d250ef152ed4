// SPDX-License-Identifier: EUPL-1.2
// The chosen look and language, before the first paint; a file of its own because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;
  try {
    for (const name of ['theme', 'contrast', 'rail']) {
      const chosen = localStorage.getItem(`malbild.${name}`);
      if (chosen) root.dataset[name] = chosen;
    }
    root.lang = localStorage.getItem('malbild.language') === 'en' ? 'en' : 'sv';
  } catch {
    // Storage is closed to us: the defaults hold.
  }
})();
