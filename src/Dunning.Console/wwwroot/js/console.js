// Keys and small comforts. Everything works without this file.
(() => {
  'use strict';
  const all = (name, root = document) => [...root.querySelectorAll(`[data-keys="${name}"]`)];
  const first = name => all(name)[0];
  const typing = target => target.matches('input, textarea, select') || target.isContentEditable;

  // Where the list stands; rows are marked and their link, or they themselves, get the focus.
  let at = -1;
  const rows = () => all('row');
  const go = to => {
    const list = rows();
    if (list.length === 0) return;
    at = Math.max(0, Math.min(list.length - 1, to));
    list.forEach((row, i) => row.classList.toggle('at', i === at));
    const row = list[at];
    (all('open', row)[0] ?? row).focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  const open = suffix => {
    const link = at >= 0 ? all('open', rows()[at])[0] : undefined;
    if (!link) return false;
    if (suffix && link.hash === '#draft') {
      sessionStorage.setItem('then', suffix);
      // Without the fragment: jumping to one would take the focus away again.
      location.assign(link.href.split('#')[0]);
    } else link.click();
    return true;
  };
  const focus = name => {
    const target = first(name);
    if (!target) return false;
    target.focus();
    target.scrollIntoView({ block: 'center' });
    return true;
  };

  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => focus('approve') || open('approve'),
    e: () => focus('body') || open('body'),
    r: () => focus('reason') || open('reason'),
    c: () => focus('comment'),
    n: () => first('next')?.click(),
    '?': () => document.querySelectorAll('details.keys').forEach(help => { help.open = !help.open; help.scrollIntoView({ block: 'nearest' }); }),
  };

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && typing(event.target)) { event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  document.addEventListener('DOMContentLoaded', () => {
    const then = sessionStorage.getItem('then');
    sessionStorage.removeItem('then');
    if (then) focus(then);
    // The button says what it will do.
    all('draft-form').forEach(form => {
      const button = form.querySelector('[data-keys="approve"]');
      const plain = button.textContent;
      const before = new FormData(form);
      form.addEventListener('input', () => {
        const now = new FormData(form);
        const edited = now.get('subject') !== before.get('subject') || now.get('body') !== before.get('body');
        button.textContent = edited ? button.dataset.edited : plain;
      });
    });
  });
})();
