'use strict';
(function () {
  var root = document.documentElement, key = 'site-view';
  var view = { size: '', contrast: '', large: '' };
  try { Object.assign(view, JSON.parse(localStorage.getItem(key) || '{}')); } catch (e) { /* private mode */ }
  apply();

  function apply() {
    ['size', 'contrast', 'large'].forEach(function (name) {
      if (view[name]) { root.dataset[name] = view[name]; } else { delete root.dataset[name]; }
    });
  }

  function set(name, value) {
    view[name] = value;
    try { localStorage.setItem(key, JSON.stringify(view)); } catch (e) { /* private mode */ }
    apply();
    refresh();
    regions();
  }

  function make(tag, words, attributes) {
    var e = document.createElement(tag);
    if (words) { e.textContent = words; }
    Object.keys(attributes || {}).forEach(function (name) { e.setAttribute(name, attributes[name]); });
    return e;
  }

  /* ---- Toolbar: nothing of it stands there without script. ---- */
  var pressed = [];
  function refresh() {
    pressed.forEach(function (p) { p.button.setAttribute('aria-pressed', String((view[p.name] || '') === p.value)); });
  }
  function button(group, words, label, action) {
    var b = make('button', words, { type: 'button' });
    if (label) { b.setAttribute('aria-label', label); }
    b.addEventListener('click', action);
    group.append(b);
    return b;
  }
  function choice(group, name, value, words, label) {
    var b = button(group, words, label, function () { set(name, value); });
    pressed.push({ button: b, name: name, value: value });
  }
  function toggle(group, name, words) {
    var b = button(group, words, '', function () { set(name, view[name] ? '' : 'on'); });
    pressed.push({ button: b, name: name, value: 'on' });
  }
  function toolbar() {
    var box = document.getElementById('site-tools');
    var sizes = make('div', '', { role: 'group', 'aria-label': '字体大小', 'class': 'sizes' });
    sizes.append(make('span', '字体', { 'aria-hidden': 'true' }));
    choice(sizes, 'size', 'big', '大', '字体大');
    choice(sizes, 'size', '', '中', '字体中');
    choice(sizes, 'size', 'small', '小', '字体小');
    var modes = make('div', '', { role: 'group', 'aria-label': '显示方式', 'class': 'modes' });
    toggle(modes, 'contrast', '高对比');
    toggle(modes, 'large', '长者大字版');
    button(modes, '打印', '', function () { window.print(); });
    box.append(sizes, modes);
    refresh();
  }

  /* ---- Regions that scroll sideways are stops of the keyboard only while
     they do. ---- */
  function regions() {
    document.querySelectorAll('.scroll, .wide').forEach(function (r) {
      if (r.scrollWidth > r.clientWidth + 1) { r.tabIndex = 0; } else { r.removeAttribute('tabindex'); }
    });
  }

  /* ---- Letters alike for the search: case and full-width forms. One character
     stays one, so that places in the text stay valid. ---- */
  function fold(s) {
    return s.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
      .replace(/\u3000/g, ' ').replace(/[A-Z]/g, function (c) { return c.toLowerCase(); });
  }
  function terms(s) { return fold(s).split(/\s+/).filter(Boolean); }
  function has(text, list) { return list.every(function (t) { return text.indexOf(t) >= 0; }); }

  /* ---- Filter of long tables. ---- */
  function filters() {
    document.querySelectorAll('[data-filter]').forEach(function (region, n) {
      var rows = Array.from(region.querySelectorAll('tbody tr')).map(function (r) { return { row: r, text: fold(r.textContent) }; });
      var id = 'site-filter-' + n, box = make('div', '', { 'class': 'filter' });
      var input = make('input', '', { id: id, type: 'search', autocomplete: 'off' }), count = make('span', '', { role: 'status' });
      input.addEventListener('input', function () {
        var want = terms(input.value), shown = 0;
        rows.forEach(function (r) { r.row.hidden = !has(r.text, want); if (!r.row.hidden) { shown++; } });
        count.textContent = want.length ? '共' + rows.length + '行，符合的有' + shown + '行' : '';
        regions();
      });
      box.append(make('label', '按单位或词语筛选', { 'for': id }), input, count);
      region.before(box);
    });
  }

  /* ---- Search over the text of all pages; the text is loaded when first
     asked for. ---- */
  var most = 50, around = 36;
  function search() {
    var form = document.getElementById('site-search'), input = form.elements.q, out = document.getElementById('site-found');
    var status = make('p', '', { role: 'status' }), list = make('ol'), close = make('button', '关闭', { type: 'button', 'class': 'close' });
    out.append(close, status, list);
    function hide() { out.hidden = true; input.focus(); }
    close.addEventListener('click', hide);
    out.addEventListener('keydown', function (e) { if (e.key === 'Escape') { hide(); } });

    function run() {
      var want = terms(input.value);
      if (!want.length) { input.focus(); return; }
      out.hidden = false;
      list.textContent = '';
      status.textContent = '正在搜索';
      // Asked for anew every day: a mark of its content would change every page with any word.
      load(form.dataset.index + '?' + new Date().toISOString().slice(0, 10), function (all) { show(find(all, want), want); },
        function () { status.textContent = '没有取得搜索数据，请到任务列表中查找'; });
    }
    function show(hits, want) {
      list.textContent = '';
      hits.slice(0, most).forEach(function (h) {
        var item = make('li'), link = make('a', h.page.t, { href: form.dataset.root + h.page.p });
        item.append(link);
        if (h.page.n) { item.append(make('span', h.page.n, { 'class': 'note' })); }
        item.append(snippet(h.page.x, h.text, want));
        list.append(item);
      });
      status.textContent = '“' + input.value.trim() + '”：' + (hits.length ? '找到' + hits.length + '页' : '没有找到')
        + (hits.length > most ? '，列出前' + most + '页，请再加词语' : '');
      out.focus();
      out.scrollIntoView({ block: 'nearest' });
    }
    form.addEventListener('submit', function (e) { e.preventDefault(); run(); });
    var asked = new URLSearchParams(location.search).get('q');
    if (asked) { input.value = asked; run(); }
  }
  function load(src, done, failed) {
    if (window.siteSearch) { done(window.siteSearch); return; }
    var s = make('script', '', { src: src });
    s.addEventListener('load', function () { done(window.siteSearch || []); });
    s.addEventListener('error', failed);
    document.head.append(s);
  }
  /* What is in force comes first, then titles before texts, then the order of the site. */
  function find(all, want) {
    var hits = [];
    all.forEach(function (page, n) {
      var title = fold(page.t), text = fold(page.x);
      if (has(title + ' ' + text, want)) { hits.push({ page: page, text: text, order: (page.o ? 2e6 : 0) + (has(title, want) ? 0 : 1e6) + n }); }
    });
    return hits.sort(function (a, b) { return a.order - b.order; });
  }
  function snippet(text, folded, want) {
    var p = make('p'), at = -1, word = '';
    want.some(function (t) { at = folded.indexOf(t); word = t; return at >= 0; });
    if (at < 0) { p.textContent = text.slice(0, 2 * around); return p; }
    var from = Math.max(0, at - around), to = Math.min(text.length, at + word.length + around);
    p.append((from ? '…' : '') + text.slice(from, at), make('mark', text.slice(at, at + word.length)), text.slice(at + word.length, to) + (to < text.length ? '…' : ''));
    return p;
  }

  document.addEventListener('DOMContentLoaded', function () {
    toolbar();
    filters();
    search();
    regions();
    window.addEventListener('resize', regions);
  });
})();
