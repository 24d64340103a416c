package dev.dynamicworkers.playground.app.panel.response;

/// One line of a comparison.
///
/// @param left line number in the pinned run, 0 for none
/// @param right line number in the run that is shown, 0 for none
public record DiffRow(Kind kind, int left, int right, String text) {
    /// What a line is.
    public enum Kind {
        HEADING(" "),
        SAME(" "),
        GONE("-"),
        NEW("+"),
        SKIPPED("\u2026");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /// The character before the line.
        public String sign() {
            return sign;
        }
    }
}
