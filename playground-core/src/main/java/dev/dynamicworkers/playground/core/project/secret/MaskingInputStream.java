package dev.dynamicworkers.playground.core.project.secret;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/// A stream without the values of secrets: what may be the beginning of one is held back until it is known.
final class MaskingInputStream extends FilterInputStream {
    private static final int BUFFER = 16 * 1024;

    private final SecretMatcher matcher;
    private final Consumer<Secrets.Found> heard;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private byte[] ready = new byte[0];
    private int position;
    private int state;
    private boolean over;

    MaskingInputStream(InputStream input, SecretMatcher matcher, Consumer<Secrets.Found> heard) {
        super(input);
        this.matcher = matcher;
        this.heard = heard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == ready.length) {
            if (over) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return ready.length - position;
    }

    private void fill() throws IOException {
        int count = in.read(buffer);
        position = 0;
        if (count < 0) {
            over = true;
            ready = held.toByteArray();
            return;
        }
        for (int i = 0; i < count; i++) {
            held.write(buffer[i]);
            state = matcher.step(state, buffer[i]);
            SecretMatcher.Pattern pattern = matcher.endingAt(state);
            if (pattern != null) {
                heard.accept(new Secrets.Found(pattern.secret(), pattern.form()));
                replace(pattern);
            }
        }
        byte[] all = held.toByteArray();
        int kept = Math.min(all.length, matcher.depth(state));
        ready = Arrays.copyOf(all, all.length - kept);
        held.reset();
        held.write(all, all.length - kept, kept);
    }

    private void replace(SecretMatcher.Pattern pattern) {
        byte[] all = held.toByteArray();
        held.reset();
        held.write(all, 0, Math.max(0, all.length - pattern.length()));
        held.writeBytes(Secrets.mark(pattern.secret()));
        state = 0;
    }
}
