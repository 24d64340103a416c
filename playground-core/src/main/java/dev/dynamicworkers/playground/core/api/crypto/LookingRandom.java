package dev.dynamicworkers.playground.core.api.crypto;

import java.security.SecureRandom;

/// Random bytes for work that may take minutes, such as the search for a long prime number: it asks for them at each
/// attempt, which is where it can be ended.
final class LookingRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient Runnable look;
    private final SecureRandom random = new SecureRandom();

    /// @param look throws when the work is to end
    LookingRandom(Runnable look) {
        this.look = look;
    }

    @Override
    public void nextBytes(byte[] target) {
        look.run();
        random.nextBytes(target);
    }
}
