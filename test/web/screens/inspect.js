/* global document, CSSStyleSheet, getComputedStyle, innerWidth, innerHeight, Node, NodeFilter, axe */
/** Runs in the page: what keeps people from using the screen that the bubble shows. */
(() => {
  const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  /** Pixels across, for a thumb. */
  const TARGET = 44;
  const bubble = () => document.querySelector('shirube-bubble');
  const tell = (element) => element.cloneNode().outerHTML.slice(0, 160);
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });

  async function barriers() {
    const { violations } = await axe.run(
      { fromShadowDom: ['shirube-bubble', '.root'] },
      { runOnly: RULES, resultTypes: ['violations'] },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    );
  }

  /** Small targets; one over a picture may be as small as what it shows, where a button below does the same. */
  function* small(panel) {
    for (const target of panel.querySelectorAll('button, a[href], select, textarea, summary')) {
      if (!seen(target)) continue;
      const { width, height } = target.getBoundingClientRect();
      if (Math.min(width, height) < TARGET - 0.5) yield `small (${width}×${height}): ${tell(target)}`;
    }
  }

  const KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  /** Text that a screen reader would pronounce by the rules of another language. */
  function* foreign(panel) {
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const lang = parentElement.closest('[lang]')?.lang ?? bubble().lang;
      if (KANA.test(data) && lang !== 'ja') yield `in Japanese, marked ${lang}: ${data.slice(0, 40)}`;
      if (!KANA.test(data) && lang === 'ja' && /([A-Za-z]{2,} ){3}/u.test(data)) {
        yield `in English, marked ja: ${data.slice(0, 40)}`;
      }
    }
    for (const named of panel.querySelectorAll('[aria-label], [alt], [title]')) {
      const name = named.getAttribute('aria-label') ?? named.getAttribute('alt') ?? '';
      const lang = named.closest('[lang]')?.lang ?? bubble().lang;
      if (KANA.test(name) && lang !== 'ja') yield `named in Japanese, marked ${lang}: ${name.slice(0, 40)}`;
    }
  }

  const HIDES = /hidden|clip/u;
  /** What is cut off, or must be scrolled sideways. */
  function* cut(panel) {
    const log = panel.querySelector('.log');
    if (document.documentElement.scrollWidth > innerWidth) yield 'the page scrolls sideways';
    if (log.scrollWidth > log.clientWidth) yield 'the log scrolls sideways';
    if (seen(log) && log.clientHeight < 72) yield `only ${log.clientHeight} px are left to read in`;
    for (const element of panel.querySelectorAll('*')) {
      if (!seen(element) || element.closest('.quiet, svg, option') || element.tagName === 'TEXTAREA')
        continue;
      const style = getComputedStyle(element);
      const { left, right, bottom, width } = element.getBoundingClientRect();
      const aside = element.closest('.cards') && innerWidth > 340;
      if (width > 0 && !aside && (left < -0.5 || right > innerWidth + 0.5))
        yield `beyond the edge: ${tell(element)}`;
      if (element.closest('header, form') && bottom > innerHeight + 0.5)
        yield `below the edge: ${tell(element)}`;
      if (HIDES.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        yield `cut off: ${tell(element)}`;
      if (HIDES.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
        yield `cut off below: ${tell(element)}`;
      }
    }
  }

  /** Makes every letter so many times as large, as a browser's text-only zoom does. */
  globalThis.enlarge = (times) => {
    const all = [...bubble().shadowRoot.querySelectorAll('*')].filter((element) => !element.closest('svg'));
    // What is new has inherited what was enlarged before.
    for (const element of all) element.style.fontSize = '';
    const sizes = all.map((element) => parseFloat(getComputedStyle(element).fontSize));
    all.forEach((element, i) => (element.style.fontSize = `${sizes[i] * times}px`));
  };

  /** What moves for longer than a hundredth of a second. */
  globalThis.motions = () =>
    [...bubble().shadowRoot.querySelectorAll('*')].filter(seen).flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const longest = Math.max(
        ...`${animationName === 'none' ? '0s' : animationDuration},${transitionDuration}`
          .split(',')
          .map(parseFloat),
      );
      return longest > 0.01 ? [tell(element)] : [];
    });

  /** Letters, words and lines as far apart as somebody may set them (WCAG 1.4.12). */
  globalThis.spaceOut = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    bubble().shadowRoot.adoptedStyleSheets.push(sheet);
  };

  const light = (colour) => {
    const [r, g, b] = colour
      .match(/[\d.]+/gu)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The contrast of two properties of elements, `1`–`21`; axe looks at text only. */
  globalThis.contrast = (...pair) => {
    const [a, b] = pair
      .map(([selector, property]) => getComputedStyle(bubble().shadowRoot.querySelector(selector))[property])
      .map(light)
      .sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  globalThis.inspect = async (how) => {
    const panel = bubble().shadowRoot.querySelector('.root');
    return [...(how.axe ? await barriers() : []), ...small(panel), ...foreign(panel), ...cut(panel)];
  };
})();
