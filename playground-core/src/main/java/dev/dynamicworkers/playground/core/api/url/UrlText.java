package dev.dynamicworkers.playground.core.api.url;

/// A serialised URL with the places of its components, as one string that the `URL` class cuts up by itself.
/// The offsets stand in front of the text, each as two characters of 15 bits, so that a parse costs one host call
/// and one string.
record UrlText(String href, int[] offsets) {
    // Places in `offsets`; the JavaScript side knows the same order.
    static final int PROTOCOL_END = 0;
    static final int USERNAME_END = 1;
    static final int HOST_START = 2;
    static final int HOST_END = 3;
    static final int PATH_START = 4;
    static final int SEARCH_START = 5;
    static final int HASH_START = 6;
    static final int COUNT = 7;

    static UrlText of(UrlRecord url) {
        int[] at = new int[COUNT];
        StringBuilder out = new StringBuilder(64).append(url.scheme).append(':');
        at[PROTOCOL_END] = out.length();
        if (url.host != null) {
            out.append("//").append(url.username);
            at[USERNAME_END] = out.length();
            if (!url.password.isEmpty()) {
                out.append(':').append(url.password);
            }
            if (url.hasCredentials()) {
                out.append('@');
            }
            at[HOST_START] = out.length();
            out.append(url.host);
            at[HOST_END] = out.length();
            if (url.port != UrlRecord.NO_PORT) {
                out.append(':').append(url.port);
            }
        } else {
            at[USERNAME_END] = out.length();
            at[HOST_START] = out.length();
            at[HOST_END] = out.length();
        }
        at[PATH_START] = out.length();
        if (needsPathGuard(url)) {
            out.append("/.");
            at[PATH_START] = out.length();
        }
        url.appendPath(out);
        at[SEARCH_START] = out.length();
        if (url.query != null) {
            out.append('?').append(url.query);
        }
        at[HASH_START] = out.length();
        if (url.fragment != null) {
            out.append('#').append(url.fragment);
        }
        return new UrlText(out.toString(), at);
    }

    // URL standard, "URL serializing", step 3: a path that starts with an empty segment must not read as a host.
    private static boolean needsPathGuard(UrlRecord url) {
        return url.host == null
                && url.opaquePath == null
                && url.path.size() > 1
                && url.path.getFirst().isEmpty();
    }

    /// The text that goes to JavaScript.
    String packed() {
        StringBuilder out = new StringBuilder(2 * COUNT + href.length());
        for (int offset : offsets) {
            out.append((char) (offset >> 15)).append((char) (offset & 0x7FFF));
        }
        return out.append(href).toString();
    }
}
