// The game turns over cards that all stand in the page; nothing is fetched, nothing is kept.
'use strict';
(() => {
  const root = document.querySelector('#play');
  const words = root.dataset;
  const lang = document.documentElement.lang;
  const one = (css, from = document) => from.querySelector(css);
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  const start = one('#start'), score = one('#score'), steps = one('.steps'), live = one('[data-live]');
  const printed = all('.card');
  const SIDES = ['yes', 'no', 'unsure'];
  let cards = printed, at = -1, order = 0, keys = true;

  const fill = (text, more) => text.replace(/\{(\w+)\}/g, (_, name) => more[name]);
  const number = value => value.toLocaleString(lang, { maximumFractionDigits: 1 });
  const votes = card => Object.fromEntries(SIDES.map(side => [side, Number(one(`[data-vote=${side}] input`, card)?.value) || 0]));
  const cast = counted => SIDES.reduce((sum, side) => sum + counted[side], 0);

  // Right is one point; a doubt, or a verdict where only doubt was right, is half of one.
  const worth = (said, so) => said === so ? 1 : said === 'unsure' || so === 'unsure' ? 0.5 : 0;
  const roomPoints = card => {
    const counted = votes(card), sum = cast(counted);
    return sum ? SIDES.reduce((points, side) => points + counted[side] * worth(side, card.dataset.answer), 0) / sum : null;
  };
  const programPoints = card => worth(card.dataset.engine, card.dataset.answer);
  const revealed = card => one('.reveal', card).open || card.dataset.seen === 'yes';

  const totals = () => {
    const seen = cards.filter(revealed), voted = seen.filter(card => roomPoints(card) !== null);
    return {
      room: voted.reduce((sum, card) => sum + roomPoints(card), 0), roomMost: voted.length,
      program: seen.reduce((sum, card) => sum + programPoints(card), 0), programMost: seen.length,
    };
  };
  const pointsOf = (points, most) => fill(words.points, { points: number(points), most });

  function tellRunning() {
    const sum = totals(), line = one('.running');
    line.hidden = at < 0 || at >= cards.length;
    one('[data-at]', line).textContent = fill(words.at, { at: at + 1, total: cards.length });
    one('[data-room]', line).textContent = sum.roomMost ? fill(words.room, { points: pointsOf(sum.room, sum.roomMost) }) : '';
    one('[data-program]', line).textContent = sum.programMost ? fill(words.program, { points: pointsOf(sum.program, sum.programMost) }) : '';
  }

  function closer(card) {
    const room = roomPoints(card), program = programPoints(card);
    if (room === null) return words.novote;
    const verdict = room === 1 && program === 1 ? words.both : room === program ? words.level
      : room > program ? words.closerRoom : words.closerProgram;
    const sentence = one('.votes.two', card) ? words.votedTwo : words.voted;
    return `${fill(sentence, votes(card))} ${verdict}`;
  }

  function tellCloser(card) {
    const line = one('.closer', card);
    line.textContent = closer(card);
    line.hidden = false;
  }

  // Whoever is still to be asked about is not told of beforehand, in whatever order the cards come.
  const AROUND = 3;
  function tellAround(card) {
    let told = 0;
    all('.around li', card).forEach(item => {
      const asked = item.dataset.on.split(' ').filter(Boolean);
      const free = asked.length === 0 || asked.some(id => document.getElementById(id).dataset.seen === 'yes');
      item.hidden = !free || told >= AROUND;
      told += item.hidden ? 0 : 1;
    });
    all('.near', card).forEach(each => { each.hidden = told === 0; });
  }

  function reveal(card, open) {
    const folded = one('.reveal', card);
    folded.open = open;
    one('[data-do=reveal]').setAttribute('aria-expanded', String(open));
    if (!open) return;
    card.dataset.seen = 'yes';
    tellCloser(card);
    tellAround(card);
    tellRunning();
    const title = one('.told h3', card);
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    live.textContent = `${title.textContent} ${closer(card)}`;
  }

  function tellScore() {
    const sum = totals();
    one('[data-room-total]').textContent = fill(words.room, { points: pointsOf(sum.room, sum.roomMost) });
    one('[data-program-total]').textContent = fill(words.program, { points: pointsOf(sum.program, sum.programMost) });
    cards.forEach(card => {
      const row = one(`[data-row=${card.id}]`), room = roomPoints(card), seen = revealed(card);
      one('[data-room-points]', row).textContent = seen && room !== null ? number(room) : '–';
      one('[data-program-points]', row).textContent = seen ? `${number(programPoints(card))} (${words[card.dataset.engine]})` : '–';
      // A card that was not turned keeps its answer for the next time.
      row.hidden = !seen;
      row.parentNode.append(row);
    });
    one('[data-order-shown]').textContent = order ? fill(words.order, { order }) : '';
  }

  function show(next) {
    at = Math.max(-1, Math.min(cards.length, next));
    const now = at < 0 ? start : at === cards.length ? score : cards[at];
    if (now === score) tellScore();
    score.hidden = now !== score;
    [start, score, ...printed].forEach(each => each.classList.toggle('now', each === now));
    steps.hidden = now === start;
    one('[data-do=reveal]').hidden = one('[data-do=next]').hidden = now === score;
    one('[data-do=reveal]').setAttribute('aria-expanded', String(now !== score && now !== start && one('.reveal', now).open));
    tellRunning();
    live.textContent = '';
    window.scrollTo(0, 0);
    one(now === start ? '[data-do=start]' : 'h2', now).focus({ preventScroll: true });
  }

  // The same number gives the same order on every machine (mulberry32).
  function shuffled(list, seed) {
    let state = seed >>> 0;
    const random = () => {
      state = (state + 0x6D2B79F5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const found = [...list];
    for (let last = found.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [found[last], found[other]] = [found[other], found[last]];
    }
    return found;
  }

  function begin(number) {
    order = number;
    cards = order ? shuffled(printed, order) : printed;
    printed.forEach(card => {
      delete card.dataset.seen;
      one('.reveal', card).open = false;
      one('.closer', card).hidden = true;
      all('.vote input', card).forEach(input => { input.value = 0; });
    });
    show(0);
  }

  function vote(side, step) {
    if (at < 0 || at >= cards.length) return;
    const input = one(`[data-vote=${side}] input`, cards[at]);
    if (!input) return;
    input.value = Math.max(0, Math.min(999, (Number(input.value) || 0) + step));
    counted(cards[at]);
    live.textContent = `${words[side]}: ${input.value}`;
  }
  function counted(card) {
    if (!revealed(card)) return;
    tellCloser(card);
    tellRunning();
  }

  const DO = {
    start: () => begin(0), again: () => begin(order), shuffle: () => begin(order + 1),
    back: () => show(at - 1), next: () => show(at + 1),
    reveal: () => at >= 0 && at < cards.length && reveal(cards[at], !one('.reveal', cards[at]).open),
    keys: button => {
      keys = !keys;
      button.setAttribute('aria-pressed', String(keys));
      button.textContent = keys ? words.on : words.off;
    },
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.do) DO[button.dataset.do](button);
    if (button.dataset.step) vote(button.closest('.vote').dataset.vote, Number(button.dataset.step));
  });
  document.addEventListener('input', event => {
    const card = event.target.closest('.card');
    if (card) counted(card);
  });
  document.addEventListener('keydown', event => {
    if (!keys || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input')) return;
    const side = SIDES[['1', '2', '3'].indexOf(event.key)];
    if (side) vote(side, 1);
    else if (event.key === 'r' || event.key === 'R') DO.reveal();
    else if (event.key === 'ArrowRight' && at < cards.length) at < 0 ? DO.start() : DO.next();
    else if (event.key === 'ArrowLeft' && at >= 0) DO.back();
    else return;
    event.preventDefault();
  });

  document.body.classList.add('playing');
  all('.votes, .choices, .keys').forEach(each => { each.hidden = false; });
  show(-1);
})();
