package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// The states of the URL parser between the scheme and the path: credentials, host and port.
abstract class UrlAuthority extends UrlCursor {
    private final StringBuilder username = new StringBuilder();
    private final StringBuilder password = new StringBuilder();
    private boolean atSignSeen;
    private boolean insideBrackets;
    private boolean passwordTokenSeen;

    UrlAuthority(String input, UrlRecord url, @Nullable UrlRecord base, @Nullable UrlState override) {
        super(input, url, base, override);
    }

    Step authority(int c) {
        if (c == '@') {
            credentials();
            return Step.CONTINUE;
        }
        if (!endsAuthority(c)) {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        if (atSignSeen && buffer.isEmpty()) {
            return Step.FAIL;
        }
        url.username = username.toString();
        url.password = password.toString();
        pointer -= buffer.length() + 1;
        buffer.setLength(0);
        return to(UrlState.HOST);
    }

    private void credentials() {
        if (atSignSeen) {
            (passwordTokenSeen ? password : username).append("%40");
        }
        atSignSeen = true;
        String text = buffer.toString();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == ':' && !passwordTokenSeen) {
                passwordTokenSeen = true;
                i++;
                continue;
            }
            i = PercentEncodeSet.USERINFO.append(text, i, passwordTokenSeen ? password : username);
        }
        buffer.setLength(0);
    }

    Step host(int c) {
        if (override != null && url.scheme.equals("file")) {
            return again(UrlState.FILE_HOST);
        }
        if (c == ':' && !insideBrackets) {
            if (buffer.isEmpty() || override == UrlState.HOSTNAME) {
                return Step.FAIL;
            }
            return takeHost() ? to(UrlState.PORT) : Step.FAIL;
        }
        if (!endsAuthority(c)) {
            insideBrackets = c == '[' || insideBrackets && c != ']';
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        pointer--;
        if (url.isSpecial() && buffer.isEmpty()) {
            return Step.FAIL;
        }
        boolean hostNeeded = url.hasCredentials() || url.port != UrlRecord.NO_PORT;
        if (override != null && buffer.isEmpty() && hostNeeded) {
            return Step.FAIL;
        }
        if (!takeHost()) {
            return Step.FAIL;
        }
        return override == null ? to(UrlState.PATH_START) : Step.DONE;
    }

    Step port(int c) {
        if (c >= '0' && c <= '9') {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        if (!endsAuthority(c) && override == null) {
            return Step.FAIL;
        }
        if (!buffer.isEmpty()) {
            int port = portNumber();
            if (port > 0xFFFF) {
                return Step.FAIL;
            }
            url.port = port == UrlRecord.defaultPort(url.scheme) ? UrlRecord.NO_PORT : port;
            buffer.setLength(0);
            if (override != null) {
                return Step.DONE;
            }
        }
        return override == null ? again(UrlState.PATH_START) : Step.FAIL;
    }

    private int portNumber() {
        int value = 0;
        for (int i = 0; i < buffer.length() && value <= 0xFFFF; i++) {
            value = value * 10 + (buffer.charAt(i) - '0');
        }
        return value;
    }

    Step fileHost(int c) {
        if (c != EOF && c != '/' && c != '\\' && c != '?' && c != '#') {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        pointer--;
        if (override == null && UrlRecord.isDriveLetter(buffer)) {
            return to(UrlState.PATH);
        }
        if (buffer.isEmpty()) {
            url.host = "";
        } else if (!takeHost()) {
            return Step.FAIL;
        } else if ("localhost".equals(url.host)) {
            url.host = "";
        }
        return override == null ? to(UrlState.PATH_START) : Step.DONE;
    }
}
