package dev.dynamicworkers.playground.app.session;

/// A text file apart from its bytes: what the editor shows, and how it is written back.
///
/// @param text with `\n` as the only line end
/// @param lineEnd as in the file: `\n` or `\r\n`
/// @param byteOrderMark whether the file starts with one
/// @param readOnlyReason why it can't be edited; empty when it can
/// @param hash of the bytes on disk
public record TextContent(String text, String lineEnd, boolean byteOrderMark, String readOnlyReason, String hash) {
    /// `LF` or `CRLF`.
    public String lineEndName() {
        return lineEnd.length() == 2 ? "CRLF" : "LF";
    }

    /// The same file with another text.
    public TextContent withText(String changed, String newHash) {
        return new TextContent(changed, lineEnd, byteOrderMark, readOnlyReason, newHash);
    }
}
