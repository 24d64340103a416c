// Which namespace a start tag belongs to: the small part of the HTML standard's tree construction that a rewriter needs.
(function (rt) {
  'use strict';
  const { Set } = rt.primordials;

  const HTML = 'http://www.w3.org/1999/xhtml';
  const SVG = 'http://www.w3.org/2000/svg';
  const MATHML = 'http://www.w3.org/1998/Math/MathML';

  // Tags that end foreign content.
  const BREAKOUT = new Set([
    'b', 'big', 'blockquote', 'body', 'br', 'center', 'code', 'dd', 'div', 'dl', 'dt', 'em', 'embed', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head',
    'hr', 'i', 'img', 'li', 'listing', 'menu', 'meta', 'nobr', 'ol', 'p', 'pre', 'ruby', 's', 'small', 'span', 'strong', 'strike', 'sub', 'sup',
    'table', 'tt', 'u', 'ul', 'var',
  ]);
  const SVG_POINTS = new Set(['foreignobject', 'desc', 'title']);
  const MATHML_POINTS = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);
  const HTML_ENCODING = /\sencoding\s*=\s*["']?(?:text\/html|application\/xhtml\+xml)/i;
  const FONT_ATTRIBUTE = /\s(?:color|face|size)[\s=/>]/i;

  // The namespaces that are open, each with the tag that opened it; HTML is below all.
  class Namespaces {
    constructor() {
      this.open = [];
    }

    get current() {
      return this.open.length === 0 ? HTML : this.open.at(-1).namespace;
    }

    // Returns the namespace of the element that this start tag begins.
    start(name, raw, selfClosing) {
      if (this.current !== HTML && (BREAKOUT.has(name) || (name === 'font' && FONT_ATTRIBUTE.test(raw)))) {
        while (this.current !== HTML) this.open.pop();
      }
      const { current } = this;
      const inAnnotation = current === HTML && this.open.at(-1)?.name === 'annotation-xml';
      if (current === HTML || inAnnotation) {
        const entered = name === 'svg' ? SVG : name === 'math' ? MATHML : HTML;
        if (entered !== HTML && !selfClosing) this.open.push({ name, namespace: entered });
        return entered;
      }
      if (selfClosing) return current;
      if (this.isIntegrationPoint(name, raw)) this.open.push({ name, namespace: HTML });
      else if (name === this.open.at(-1).name) this.open.push({ name, namespace: current });
      return current;
    }

    end(name) {
      if (this.open.at(-1)?.name === name) this.open.pop();
      else if (this.current !== HTML && (name === 'p' || name === 'br')) while (this.current !== HTML) this.open.pop();
    }

    isIntegrationPoint(name, raw) {
      if (this.current === SVG) return SVG_POINTS.has(name);
      return MATHML_POINTS.has(name) || (name === 'annotation-xml' && HTML_ENCODING.test(raw));
    }
  }

  return { Namespaces, HTML };
})
