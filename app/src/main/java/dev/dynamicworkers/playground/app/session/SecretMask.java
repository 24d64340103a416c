package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.util.function.UnaryOperator;

/// Takes the values of the project's secrets out of what leaves the window: every copy, export, kept run and report of
/// a failure passes here. It knows the secrets of every reading of the project in this session, because what was shown
/// before a value was changed is still there. Safe on any thread.
public final class SecretMask implements UnaryOperator<String> {
    private volatile Secrets secrets = Secrets.NONE;

    /// Takes note of the secrets that the project has by now.
    synchronized void learn(Secrets now) {
        secrets = now.and(secrets);
    }

    /// All that it knows.
    public Secrets secrets() {
        return secrets;
    }

    /// The text with `[secret NAME]` in the place of each value.
    @Override
    public String apply(String text) {
        return secrets.mask(text);
    }

    /// A request with the values of today in the place of `[secret NAME]`: the way back for one that was kept.
    public RequestDraft filled(RequestDraft request) {
        return request.map(secrets::fill);
    }
}
