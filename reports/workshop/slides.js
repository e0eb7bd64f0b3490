// One slide at a time, by key, click or swipe; a clock against the plan. Nothing is fetched, nothing is kept.
'use strict';
(() => {
  const one = css => document.querySelector(css);
  const main = one('main'), words = main.dataset, live = one('[data-live]'), help = one('dialog');
  const slides = [...document.querySelectorAll('.slide')];
  const planned = Number(words.minutes);
  let at = 0, keys = true, began = null, touched = null;

  const fill = (text, more) => text.replace(/\{(\w+)\}/g, (_, name) => more[name]);
  const two = value => String(value).padStart(2, '0');

  function clock() {
    const line = one('[data-time]'), now = slides[at].dataset;
    const seconds = began === null ? 0 : Math.floor((Date.now() - began) / 1000);
    line.textContent = fill(words.left, {
      elapsed: `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`, start: now.start, end: now.end, minutes: planned,
    });
    const late = began !== null && seconds > 60 * Number(now.end) && now.end !== now.start;
    line.classList.toggle('late', late);
    if (late) line.textContent += ` · ${words.late}`;
    one('.progress .done').setAttribute('width', String(Math.round(1000 * (at + 1) / slides.length)));
    one('.progress .clock').setAttribute('width', String(Math.min(1000, Math.round(1000 * seconds / 60 / planned))));
  }

  function tick(run) {
    began = run ? Date.now() : null;
    one('[data-do=time]').setAttribute('aria-pressed', String(run));
    clock();
  }

  function show(next, focus = true) {
    at = Math.max(0, Math.min(slides.length - 1, next));
    slides.forEach((slide, index) => slide.classList.toggle('now', index === at));
    one('.controls [data-at]').textContent = fill(words.at, { at: at + 1, total: slides.length });
    one('[data-do=back]').disabled = at === 0;
    one('[data-do=next]').disabled = at === slides.length - 1;
    history.replaceState(null, '', `#${slides[at].id}`);
    if (at > 0 && began === null && focus) tick(true);
    clock();
    window.scrollTo(0, 0);
    if (focus) one('.now h2').focus({ preventScroll: true });
    live.textContent = fill(words.at, { at: at + 1, total: slides.length });
  }

  const DO = {
    next: () => show(at + 1), back: () => show(at - 1), first: () => show(0), last: () => show(slides.length - 1),
    time: () => tick(began === null),
    notes: () => {
      const shown = document.body.classList.toggle('noted');
      one('[data-do=notes]').setAttribute('aria-pressed', String(shown));
    },
    help: () => { if (help.open) help.close(); else { help.showModal(); one('#help').focus(); } },
    close: () => help.close(),
    keys: () => {
      keys = !keys;
      const button = one('[data-do=keys]');
      button.setAttribute('aria-pressed', String(keys));
      button.textContent = keys ? words.on : words.off;
    },
  };
  const KEYS = {
    ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back',
    Home: 'first', End: 'last', p: 'notes', P: 'notes', t: 'time', T: 'time', '?': 'help',
  };
  document.addEventListener('keydown', event => {
    const wanted = KEYS[event.key];
    if (!wanted || !keys || event.altKey || event.ctrlKey || event.metaKey) return;
    if (help.open && wanted !== 'help') return;
    // Space on a button or link is theirs.
    if (event.key === ' ' && event.target.closest('button, a, summary')) return;
    event.preventDefault();
    DO[wanted]();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-do]');
    if (button) DO[button.dataset.do]();
  });
  main.addEventListener('touchstart', event => { touched = event.changedTouches[0]; }, { passive: true });
  main.addEventListener('touchend', event => {
    const end = event.changedTouches[0], across = end.clientX - touched.clientX;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(end.clientY - touched.clientY)) DO[across < 0 ? 'next' : 'back']();
  }, { passive: true });
  // A source's number leads to the last slide, where all of them stand.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const slide = target && slides.indexOf(target.closest('.slide'));
    if (target && slide >= 0) { show(slide, slide !== at); if (target.tagName === 'LI') target.scrollIntoView({ block: 'nearest' }); }
  };
  window.addEventListener('hashchange', follow);

  document.body.classList.add('running');
  one('.controls').hidden = one('.progress').hidden = false;
  const asked = slides.findIndex(slide => `#${slide.id}` === location.hash);
  show(asked < 0 ? 0 : asked, false);
  setInterval(clock, 1000);
})();
