// Certificates of node:crypto, read by the host.
(function (rt) {
  'use strict';
  const { Date, Error } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { isFor } = rt.use('node/certificate-names');
  const { bytesOf, finish } = rt.use('node/crypto-bytes');
  const { createHash } = rt.use('node/crypto');
  const { createPublicKey, isKeyObject } = rt.use('node/crypto-keys');
  const { invalidArgType } = rt.use('node/errors');
  const hostRead = rt.host('nodeCrypto.certificate');
  const hostVerify = rt.host('nodeCrypto.certificateVerify');

  const digest = (hash, bytes) => createHash(hash).update(bytes).digest('hex').toUpperCase().replace(/(..)(?=.)/g, '$1:');
  const pad = (number) => `${number}`.padStart(2, '0');
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const timeText = (millis) => {
    const date = new Date(millis);
    const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(pad).join(':');
    return `${MONTHS[date.getUTCMonth()]} ${`${date.getUTCDate()}`.padStart(2)} ${clock} ${date.getUTCFullYear()} GMT`;
  };

  class X509Certificate {
    #raw;
    #fields;

    constructor(buffer) {
      const bytes = bytesOf(buffer, 'buffer');
      const parts = hostRead(bytes);
      if (parts === null) throw new Error('Failed to parse X.509 certificate');
      this.#raw = finish(parts[0]);
      const texts = parts.slice(1).map((part) => (part === null ? undefined : Buffer.from(part).toString()));
      const [subject, issuer, serialNumber, validFrom, validTo, subjectAltName, keyUsage, ca] = texts;
      this.#fields = {
        subject, issuer, serialNumber, validFromDate: new Date(+validFrom), validToDate: new Date(+validTo), subjectAltName,
        keyUsage: keyUsage === undefined ? undefined : keyUsage.split(','), ca: ca === 'true',
      };
    }

    get raw() { return Buffer.from(this.#raw); }
    get subject() { return this.#fields.subject; }
    get issuer() { return this.#fields.issuer; }
    get serialNumber() { return this.#fields.serialNumber; }
    get validFrom() { return timeText(this.#fields.validFromDate); }
    get validTo() { return timeText(this.#fields.validToDate); }
    get validFromDate() { return new Date(this.#fields.validFromDate); }
    get validToDate() { return new Date(this.#fields.validToDate); }
    get subjectAltName() { return this.#fields.subjectAltName; }
    get keyUsage() { return this.#fields.keyUsage; }
    get ca() { return this.#fields.ca; }
    get fingerprint() { return digest('sha1', this.#raw); }
    get fingerprint256() { return digest('sha256', this.#raw); }
    get fingerprint512() { return digest('sha512', this.#raw); }
    get publicKey() { return createPublicKey(this.toString()); }

    #names(kind) {
      return (this.subjectAltName ?? '').split(', ').filter((name) => name.startsWith(`${kind}:`)).map((name) => name.slice(kind.length + 1));
    }

    checkHost(name) {
      const names = this.#names('DNS');
      const own = names.length > 0 ? names : [/(?:^|\n)CN=(.*)/.exec(this.subject)?.[1] ?? ''];
      return own.find((one) => isFor(one, name));
    }

    checkEmail(email) { return this.#names('email').find((one) => one.toLowerCase() === `${email}`.toLowerCase()); }
    checkIP(ip) { return this.#names('IP Address').find((one) => one === `${ip}`); }
    checkIssued(other) {
      if (!(other instanceof X509Certificate)) throw invalidArgType('otherCert', 'X509Certificate', other);
      return this.issuer === other.subject;
    }
    checkPrivateKey(key) {
      if (!isKeyObject(key) || key.type !== 'private') throw invalidArgType('pkey', 'KeyObject', key);
      return createPublicKey(key).equals(this.publicKey);
    }
    verify(key) {
      if (!isKeyObject(key) || key.type !== 'public') throw invalidArgType('pkey', 'KeyObject', key);
      return hostVerify(this.#raw, key.export({ type: 'spki', format: 'der' }));
    }

    toString() {
      return `-----BEGIN CERTIFICATE-----\n${this.#raw.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
    }
    toJSON() { return this.toString(); }
    toLegacyObject() {
      const dict = (text) => rt.primordials.Object.fromEntries(text.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      return {
        subject: dict(this.subject), issuer: dict(this.issuer), subjectaltname: this.subjectAltName, ca: this.ca, valid_from: this.validFrom,
        valid_to: this.validTo, fingerprint: this.fingerprint, fingerprint256: this.fingerprint256, fingerprint512: this.fingerprint512,
        serialNumber: this.serialNumber, raw: this.raw,
      };
    }
  }

  // Netscape's format of signed keys: the platform's functions never confirm one, for their signatures use MD5.
  class Certificate {
    static verifySpkac() { return false; }
    static exportPublicKey() { return Buffer.from(''); }
    static exportChallenge() { return Buffer.from(''); }
    verifySpkac() { return false; }
    exportPublicKey() { return Buffer.from(''); }
    exportChallenge() { return Buffer.from(''); }
  }

  return { Certificate, X509Certificate };
})
