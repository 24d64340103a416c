package dev.dynamicworkers.playground.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns errors of the driver into the texts that guest code gets: SQLite's own message, where in the statement it is,
/// and the name of the code.
final class SqlErrors {
    private static final Pattern DRIVER = Pattern.compile("^\\[[A-Z_0-9]+] .*? \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern NEAR = Pattern.compile("^near \"(.*)\": syntax error$", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("^unrecognized token: \"(.*)\"$", Pattern.DOTALL);
    private static final Pattern PRESENT = Pattern.compile("^(?:table|view) (.*) already exists$");
    private static final Pattern COLUMN = Pattern.compile("^no such column: \"?([^\"\\s]+)\"?");

    private static final String KEPT = " What was stored before is kept.";

    /// Less than this is a full disk.
    private static final long ROOM_BYTES = 16L << 20;

    private SqlErrors() {}

    static SqlFailure of(SQLException error, Connection connection, String statement) {
        String text = text(error);
        int offset = offset(text, connection, statement);
        return new SqlFailure(
                text + (offset < 0 ? "" : " at offset " + offset) + ": " + code(error) + advice(error, connection));
    }

    /// Whether a failure means that the file itself is damaged, and not that it can't be read or written now.
    static boolean isDamage(SqlFailure failure) {
        return failure.text().contains(": SQLITE_CORRUPT") || failure.text().contains(": SQLITE_NOTADB");
    }

    /// What a person does when the disk is the reason, as sentences after a full stop; else empty. Guest code gets it
    /// as well, after SQLite's own words, so the file's name is enough.
    private static String advice(SQLException error, Connection connection) {
        Path file = file(connection);
        if (file == null || !(error instanceof SQLiteException known)) {
            return "";
        }
        return switch (SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)) {
            case SQLITE_FULL ->
                hasRoom(file) ? "" : ". The disk of " + file.getFileName() + " is full: make room on it." + KEPT;
            case SQLITE_IOERR ->
                ". " + file.getFileName() + " could not be read or written: look whether its disk is full or failing."
                        + KEPT;
            case SQLITE_READONLY, SQLITE_CANTOPEN ->
                ". " + file.getFileName() + " or its folder can't be written: look at their permissions." + KEPT;
            default -> "";
        };
    }

    private static @Nullable Path file(Connection connection) {
        String url = connection instanceof SQLiteConnection known ? known.getUrl() : "";
        String path = url.replaceFirst("^jdbc:sqlite:", "");
        return path.isEmpty() || path.startsWith(":") || path.startsWith("file:") ? null : Path.of(path);
    }

    /// A database has a limit of its own, too.
    private static boolean hasRoom(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() > ROOM_BYTES;
        } catch (IOException unknown) {
            return true;
        }
    }

    private static String text(SQLException error) {
        String message = String.valueOf(error.getMessage());
        Matcher driver = DRIVER.matcher(message);
        return driver.find() ? driver.group(1) : message;
    }

    private static String code(SQLException error) {
        if (error instanceof SQLiteException known) {
            int primary = known.getResultCode().code & 0xff;
            String name = SQLiteErrorCode.getErrorCode(primary).name();
            boolean extended = primary != known.getResultCode().code;
            return extended ? name + " (extended: " + known.getResultCode().name() + ")" : name;
        }
        return "SQLITE_ERROR";
    }

    /// The driver does not tell where: the parser's complaint is provoked again with ever longer beginnings.
    private static int offset(String text, Connection connection, String statement) {
        Matcher near = NEAR.matcher(text);
        if (near.matches()) {
            String token = near.group(1);
            for (int at = statement.indexOf(token); at >= 0; at = statement.indexOf(token, at + 1)) {
                if (failsAs(text, connection, statement.substring(0, at + token.length()))) {
                    return at;
                }
            }
            return -1;
        }
        Matcher token = TOKEN.matcher(text);
        if (token.matches()) {
            return statement.indexOf(token.group(1));
        }
        Matcher present = PRESENT.matcher(text);
        if (present.matches()) {
            return wordAt(statement, present.group(1));
        }
        Matcher column = COLUMN.matcher(text);
        return column.find() ? wordAt(statement, column.group(1)) : -1;
    }

    private static boolean failsAs(String text, Connection connection, String beginning) {
        try (PreparedStatement tried = connection.prepareStatement(beginning)) {
            return tried == null;
        } catch (SQLException e) {
            return text(e).equals(text);
        }
    }

    private static int wordAt(String statement, String column) {
        String word = column.substring(column.lastIndexOf('.') + 1);
        SqlScanner scanner = new SqlScanner(statement, 0);
        while (scanner.next()) {
            if (scanner.name().equalsIgnoreCase(word)) {
                return scanner.start();
            }
        }
        return -1;
    }
}
