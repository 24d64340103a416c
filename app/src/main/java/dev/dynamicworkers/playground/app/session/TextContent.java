package dev.dynamicworkers.playground.app.session;

/// A text file apart from its bytes: what the editor shows, and how it is written back.
///
/// @param text with `\n` as the only line end
/// @param lineEnd what the file has at the end of its lines; of most of them where it has both
/// @param mixed which line ends the file has, as `3 LF, 1 CRLF`, where they are not all the same; else empty
/// @param byteOrderMark whether the file starts with one
/// @param readOnlyReason why it can't be edited; empty when it can
/// @param hash of the bytes on disk
public record TextContent(
        String text, LineEnd lineEnd, String mixed, boolean byteOrderMark, String readOnlyReason, String hash) {
    /// A file without a character, or one that is not there.
    static final TextContent EMPTY = new TextContent("", LineEnd.LF, "", /* byteOrderMark= */ false, "", "");

    /// The same file once it was written with another text.
    public TextContent withText(String changed, String newHash) {
        return new TextContent(changed, lineEnd, "", byteOrderMark, readOnlyReason, newHash);
    }

    /// The same file as if another one had changed it on disk.
    TextContent withHash(String newHash) {
        return new TextContent(text, lineEnd, mixed, byteOrderMark, readOnlyReason, newHash);
    }

    /// The same file to be written with these line ends.
    TextContent withLineEnd(LineEnd wanted) {
        return new TextContent(text, wanted, mixed, byteOrderMark, readOnlyReason, hash);
    }

    /// How the file is written, in words: `UTF-8 LF`.
    ///
    /// @param wanted line ends that the person chose
    public String encoding(LineEnd wanted) {
        String set = readOnlyReason.equals(TextStore.NOT_UTF_8) ? "not UTF-8" : "UTF-8";
        return set + (byteOrderMark ? " BOM " : " ") + wanted + (mixed.isEmpty() ? "" : ", mixed");
    }
}
