// What the pages do beyond links and forms. Without it everything can be read and sent; with it figures follow the shop.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  const toast = (text) => {
    const place = document.getElementById('toasts');
    if (!place || !text) return;
    const one = document.createElement('p');
    one.className = 'toast';
    one.textContent = text;
    place.replaceChildren(one);
    setTimeout(() => one.remove(), 6000);
  };

  // --- live figures: the stream names topics, the page is fetched once and the parts that follow them are exchanged
  let fetching = false;
  let owed = new Set();
  const busy = (part) => part.contains(document.activeElement) && document.activeElement !== document.body;

  const refresh = async () => {
    const wanted = [...document.querySelectorAll('[data-follow]')].filter((part) =>
      part.dataset.follow.split(' ').some((topic) => owed.has(topic)));
    if (fetching || wanted.length === 0) return;
    fetching = true;
    owed = new Set();
    try {
      const pages = new Map();
      for (const part of wanted) {
        const from = part.dataset.from || location.href;
        if (!pages.has(from)) {
          const answer = await fetch(from, { headers: { 'X-Live': '1' }, redirect: 'error' });
          pages.set(from, answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null);
        }
        const fresh = pages.get(from);
        const next = part.id && fresh && fresh.getElementById(part.id);
        if (!next || busy(part) || next.innerHTML === part.dataset.was) continue;
        const was = next.innerHTML;
        if (window.tillgateCharts) window.tillgateCharts.leave(part);
        part.innerHTML = was;
        part.dataset.was = was;
        if (window.tillgateCharts) window.tillgateCharts.draw(part);
        if (window.htmx) window.htmx.process(part);
      }
    } catch (gone) {
      // the next change asks again
    } finally {
      fetching = false;
      if (owed.size > 0) setTimeout(refresh, 500);
    }
  };

  const listen = () => {
    if (!document.querySelector('[data-follow]') || !window.EventSource) return;
    document.querySelectorAll('[data-follow]').forEach((part) => { part.dataset.was = part.innerHTML; });
    const stream = new EventSource(document.body.dataset.live);
    stream.onopen = () => root.classList.add('is-live');
    stream.onerror = () => root.classList.remove('is-live');
    stream.onmessage = (event) => {
      if (event.data === '.' || document.hidden) return;
      event.data.split(' ').forEach((topic) => owed.add(topic));
      refresh();
    };
    window.addEventListener('pagehide', () => stream.close());
  };

  // --- what was typed survives a session that ended: kept in this window only, until the form has gone through
  const KEPT = 'tillgate.typed';
  const LONGEST = 30 * 60 * 1000;
  const HIDDEN = new Set(['hidden', 'password', 'file', 'submit', 'button']);

  const keep = (form) => {
    const fields = [...form.elements].filter((field) => field.name && !HIDDEN.has(field.type)).map((field) =>
      [field.name, field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value, field.value]);
    sessionStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), action: new URL(form.action).pathname, fields }));
  };

  const restore = () => {
    const text = sessionStorage.getItem(KEPT);
    if (!text) return;
    sessionStorage.removeItem(KEPT);
    if (document.querySelector('[data-flash], [data-mistakes]')) return;
    const kept = JSON.parse(text);
    const form = [...document.forms].find((each) => each.method === 'post' && new URL(each.action).pathname === kept.action);
    if (!form || Date.now() - kept.at > LONGEST || !form.hasAttribute('data-keep')) return;
    let changed = false;
    for (const [name, value, own] of kept.fields) {
      for (const field of [...form.elements].filter((each) => each.name === name && !HIDDEN.has(each.type))) {
        if (field.type === 'checkbox' || field.type === 'radio') {
          if (field.value === own && field.checked !== value) { field.checked = value; changed = true; }
        } else if (field.value !== value) { field.value = value; changed = true; }
      }
    }
    if (changed) toast(document.getElementById('toasts').dataset.typed);
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    if (form.hasAttribute('data-keep')) keep(form);
    form.setAttribute('aria-busy', 'true');
    const progress = form.querySelector('[data-progress]');
    if (progress) progress.hidden = false;
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  // --- menus close by Escape and by a click elsewhere
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.querySelectorAll('details.menu[open], details.more[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
    if (event.key === '/' && !/^(input|textarea|select)$/i.test(document.activeElement.tagName)) {
      const search = document.querySelector('input[type=search]');
      if (search) { event.preventDefault(); search.focus(); }
    }
  });
  document.addEventListener('click', (event) => {
    document.querySelectorAll('details.menu[open], details.more[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const copy = event.target.closest('[data-copy]');
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy).then(() => toast(copy.dataset.copied));
    const row = event.target.closest('tr[data-href]');
    if (row && !event.target.closest('a, button, input, label')) location.assign(row.dataset.href);
  });

  // --- a form's total follows what is ticked, and says before it is sent what will happen
  document.addEventListener('input', (event) => {
    const chosen = event.target.closest('[data-shows]');
    if (chosen) document.querySelectorAll(`[data-when="${chosen.name}"]`).forEach((part) => {
      part.hidden = part.dataset.is !== chosen.value;
    });
  });

  // deferred: the page stands already
  listen();
  restore();
})();
