// The desk by keyboard: a letter does what carries it, j and k walk a list, Ctrl and Enter send the decision.
(() => {
  'use strict';
  const typing = () => /^(input|textarea|select)$/i.test(document.activeElement.tagName)
    && !/^(radio|checkbox)$/i.test(document.activeElement.type || '');

  const rows = () => [...document.querySelectorAll('[data-rows] tbody tr[data-href]')];
  const walk = (by) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const to = all[Math.max(0, Math.min(all.length - 1, at + by))] || all[0];
    to.querySelector('a').focus();
    to.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      const form = document.activeElement.closest('form[method=post]') || document.querySelector('.decision form');
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (typing() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') { walk(1); return; }
    if (event.key === 'k') { walk(-1); return; }
    const wanted = [...document.querySelectorAll('[data-key]')].find((each) => each.dataset.key === event.key);
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
    wanted.click();
  });
})();
