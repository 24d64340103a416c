import assert from 'node:assert';

const PAGE = '<!doctype html><title>a < b</title><script>if (a<b) "<p>"</script><body id=main class="x y"><!-- c --><p>one <b>two</b></p><img src=a.png><br/></body>';

// A response whose body arrives in pieces of a given size.
const pieces = (html, size) => {
  const bytes = new TextEncoder().encode(html);
  let at = 0;
  return new Response(new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  }));
};

export const untouchedPagesStayAsTheyAre = {
  async test() {
    for (const size of [1, 2, 7, 1000]) {
      assert.strictEqual(await new HTMLRewriter().on('nothing', { element() {} }).transform(pieces(PAGE, size)).text(), PAGE);
    }
  },
};

export const elementsChange = {
  async test() {
    const rewriter = new HTMLRewriter()
      .on('body#main.x > p', {
        element(element) {
          element.setAttribute('k', 'a"b').before('<', {}).append('<i>end</i>', { html: true });
          element.onEndTag((tag) => { tag.after('!'); });
        },
      })
      .on('b', { text(text) { if (!text.lastInTextNode) text.replace(text.text.toUpperCase()); } })
      .on('img[src$=".png"]', { element(element) { element.remove(); } })
      .on('body', { comments(comment) { comment.text = ' new '; } })
      .onDocument({ doctype({ name }) { assert.strictEqual(name, 'html'); }, end(end) { end.append('<!--end-->', { html: true }); } });
    assert.strictEqual(await rewriter.transform(pieces(PAGE, 5)).text(),
      '<!doctype html><title>a < b</title><script>if (a<b) "<p>"</script><body id=main class="x y"><!-- new -->&lt;'
      + '<p k="a&quot;b">one <b>TWO</b><i>end</i></p>!<br/></body><!--end-->');
  },
};

export const handlersMayWait = {
  async test() {
    const rewriter = new HTMLRewriter().on('p', { async element(element) { await scheduler.wait(1); element.setInnerContent('late'); } });
    assert.strictEqual(await rewriter.transform(new Response('<p>x<b>y</b></p>')).text(), '<p>late</p>');
  },
};

export const errorsOfHandlersReachTheReader = {
  async test() {
    const rewriter = new HTMLRewriter().on('p', { element() { throw new TypeError('mine'); } });
    await assert.rejects(rewriter.transform(new Response('<p>')).text(), { message: 'mine' });
  },
};

export const badSelectorsAreRefused = {
  test() {
    for (const selector of ['a + b', 'a::before', '', 'a >']) {
      assert.throws(() => new HTMLRewriter().on(selector, {}), { name: 'TypeError', message: /^Parser error: / });
    }
  },
};

export default {};
