package dev.dynamicworkers.playground.core.trace;

import java.util.Locale;

/// The value of a secret was seen on its way out of a worker. Nothing was held back.
///
/// @param secret its name
/// @param form how it was written: `plain`, `json`, `percent`, `base64` or `hex`
/// @param where for people, without the value: the URL, the name of the header, the place of the console call
public record SecretLeak(String secret, Place place, String form, String where) {
    /// What a value was seen in.
    public enum Place {
        /// A header of the response to the outside.
        RESPONSE_HEADER,
        /// The body of the response to the outside, messages of a web socket included.
        RESPONSE_BODY,
        /// A console line.
        LOG,
        /// The URL of a request to the outside, one that was denied included.
        URL,
        /// A header of such a request, apart from those that credentials belong in.
        REQUEST_HEADER,
        /// The body of such a request, or what was sent over a connection.
        REQUEST_BODY,
        /// The response of a server, which the worker can read.
        ANSWER;

        /// The words for it: `response header`.
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
