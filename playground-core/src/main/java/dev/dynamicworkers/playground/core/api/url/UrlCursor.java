package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// What all states of the URL parser share: the place in the input, the URL that is being made, and the moves from
/// state to state.
abstract class UrlCursor {
    /// What the parser does after a state has seen a character.
    enum Step {
        CONTINUE,
        DONE,
        FAIL
    }

    static final int EOF = -1;

    final String input;
    final UrlRecord url;
    final @Nullable UrlRecord base;
    final @Nullable UrlState override;
    final StringBuilder buffer = new StringBuilder();
    UrlState state;
    int pointer;

    UrlCursor(String input, UrlRecord url, @Nullable UrlRecord base, @Nullable UrlState override) {
        this.input = input;
        this.url = url;
        this.base = base;
        this.override = override;
        this.state = override == null ? UrlState.SCHEME_START : override;
    }

    Step to(UrlState next) {
        state = next;
        return Step.CONTINUE;
    }

    /// Goes to `next` and lets it see the present character.
    Step again(UrlState next) {
        state = next;
        pointer--;
        return Step.CONTINUE;
    }

    boolean remainingStartsWith(char c) {
        return pointer + 1 < input.length() && input.charAt(pointer + 1) == c;
    }

    boolean isSpecialBackslash(int c) {
        return c == '\\' && url.isSpecial();
    }

    boolean endsAuthority(int c) {
        return c == EOF || c == '/' || c == '?' || c == '#' || isSpecialBackslash(c);
    }

    UrlRecord base() {
        if (base == null) {
            throw new IllegalStateException("a relative state without a base URL");
        }
        return base;
    }

    boolean takeHost() {
        String text = buffer.toString();
        String host = url.isSpecial() ? HostParser.parseSpecial(text) : HostParser.parseOpaque(text);
        if (host == null) {
            return false;
        }
        url.host = host;
        buffer.setLength(0);
        return true;
    }

    boolean startsWithDriveLetter() {
        if (pointer + 2 > input.length() || !UrlRecord.isDriveLetter(input.substring(pointer, pointer + 2))) {
            return false;
        }
        return pointer + 2 == input.length() || "/\\?#".indexOf(input.charAt(pointer + 2)) >= 0;
    }

    Step queryOrFragment(char c) {
        if (c == '?') {
            url.query = "";
            return to(UrlState.QUERY);
        }
        url.fragment = "";
        return to(UrlState.FRAGMENT);
    }
}
