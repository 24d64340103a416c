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

const rewritten = (html, selector, element) => new HTMLRewriter().on(selector, { element }).transform(new Response(html)).text();

export const foreignContentHasItsNamespaces = {
  async test() {
    const page = '<svg viewBox="0"><foreignObject a><p>x</p></foreignObject><title><b></b></title><p></p></svg><math><mi><p></p></mi></math>';
    const seen = [];
    const out = await rewritten(page, '*', (element) => {
      seen.push(`${element.tagName}=${element.namespaceURI.slice(-4)}`);
      element.setAttribute('A', '1');
    });
    assert.deepStrictEqual(seen, [
      'svg=/svg', 'foreignobject=/svg', 'p=html', 'title=/svg', 'b=html', 'p=html', 'math=thML', 'mi=thML', 'p=html',
    ]);
    assert.match(out, /^<svg viewBox="0" a="1"><foreignObject a="1"><p a="1">/);
  },
};

export const contentAfterAMissingEndTagIsNotWritten = {
  async test() {
    assert.strictEqual(await rewritten('<p>a<p>b', 'p', (element) => element.append('.')), '<p>a<p>b');
    assert.strictEqual(await rewritten('<div><p>a</div>b', '*', (element) => element.after('.')), '<div><p>a</div>.b');
  },
};

export const otherEncodingsAreKept = {
  async test() {
    const page = new Response(new Uint8Array([0x3c, 0x70, 0x3e, 0xe9, 0x3c, 0x2f, 0x70, 0x3e]), { headers: { 'content-type': 'text/html; charset=latin1' } });
    const out = await new HTMLRewriter().on('p', { element(element) { element.append('€Ω'); } }).transform(page).bytes();
    assert.strictEqual(Buffer.from(out).toString('latin1'), '<p>é\x80&#937;</p>');
  },
};

export const usedBodiesAreRefused = {
  async test() {
    const response = new Response('x');
    await response.text();
    assert.throws(() => new HTMLRewriter().transform(response), { name: 'TypeError' });
  },
};

export const badSelectorsAreRefused = {
  test() {
    for (const selector of ['a + b', 'a::before', '', 'a >', 'svg|a', '[a=1]', 'p:not(']) {
      assert.throws(() => new HTMLRewriter().on(selector, {}), { name: 'TypeError', message: /^Parser error: / });
    }
  },
};

export default {};
