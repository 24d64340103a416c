package dev.dynamicworkers.playground.app.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a person can choose, with what the settings page says of it and its key in `settings.json`.
public enum Setting {
    RESTORE_SESSION(
            Page.GENERAL,
            "restoreSession",
            "Open the last project at start",
            "With its tabs and carets. Nothing of it runs.",
            new Kind.Toggle(/* preset= */ true)),
    AUTOSAVE(
            Page.GENERAL,
            "autosave",
            "Save by itself",
            "A moment after the last key, and when the window loses the focus. Off: only Ctrl+S writes to disk; what is"
                    + " not saved yet still survives a crash.",
            new Kind.Toggle(/* preset= */ true)),
    AUTO_RUN(
            Page.GENERAL,
            "autoRun",
            "Run after each edit",
            "Sends the request on screen a second after the last key in a file of the project. Nothing runs when a"
                    + " project is opened.",
            new Kind.Toggle(/* preset= */ false)),
    CODE_FONT(
            Page.EDITOR,
            "codeFont",
            "Font of code",
            "A font of this machine whose letters are all of one width. Where it is missing, code is shown in JetBrains"
                    + " Mono, which comes along.",
            new Kind.Text("JetBrains Mono", 80)),
    CODE_FONT_SIZE(
            Page.EDITOR,
            "codeFontSize",
            "Font size of code",
            "In pixels, before the window's zoom.",
            new Kind.Amount(13, 8, 32, "px")),
    TAB_SIZE(
            Page.EDITOR,
            "tabSize",
            "Tab size",
            "Columns that a tab character takes, and one step of indentation where a file has none yet: by the Tab key,"
                    + " by Enter and by the formatter, unless the project has a .prettierrc.",
            new Kind.Amount(2, 1, 8, "columns")),
    WRAP_LINES(Page.EDITOR, "wrapLines", "Wrap long lines", "", new Kind.Toggle(/* preset= */ false)),
    LINE_MESSAGES(
            Page.EDITOR,
            "lineMessages",
            "Messages at line ends",
            "Writes what is wrong with a line behind it.",
            new Kind.Toggle(/* preset= */ true)),
    AUTO_CLOSE(Page.EDITOR, "autoClose", "Type brackets and quotes in pairs", "", new Kind.Toggle(/* preset= */ true)),
    CODE_HELP(
            Page.EDITOR,
            "codeHelp",
            "Code help",
            "Completion, types and problems while you type. Starts a process of about 250 MB with the first key in a"
                    + " file of code, and ends it after five minutes without a question.",
            new Kind.Toggle(/* preset= */ true)),
    CHECK_SCRIPTS(
            Page.EDITOR,
            "checkScripts",
            "Check types in JavaScript",
            "All that TypeScript finds in .js files, not only what can hardly be meant.",
            new Kind.Toggle(/* preset= */ false)),
    FORMAT_ON_SAVE(
            Page.EDITOR,
            "formatOnSave",
            "Format when saving",
            "With Ctrl+S; not when a file is saved by itself.",
            new Kind.Toggle(/* preset= */ false)),
    RUN_MODE(
            Page.RUN,
            "runMode",
            "Run and Send",
            "Warm runs meet the isolates of earlier runs while the code is the same; cold ones get new isolates.",
            new Kind.Choice("warm", new Kind.Option("warm", "Warm"), new Kind.Option("cold", "Cold"))),
    LIMITS(
            Page.RUN,
            "limits",
            "What guest code may use",
            "Limits of all projects; the overlay of a project can only lower them. Counts from the next run on.",
            new Kind.Choice(
                    "paid",
                    new Kind.Option("strict", "Strict"),
                    new Kind.Option("free", "As Workers Free"),
                    new Kind.Option("lesson", "Lesson"),
                    new Kind.Option("paid", "As Workers Paid"))),
    LIMIT_CPU(Page.RUN, "cpuMs", "CPU time of one event", Words.AS_ABOVE, new Kind.Amount(0, 0, 300_000, "ms")),
    LIMIT_WALL(
            Page.RUN,
            "wallMs",
            "Time on the clock of one event",
            "Waiting counts. " + Words.AS_ABOVE,
            new Kind.Amount(0, 0, 86_400_000, "ms")),
    LIMIT_SUBREQUESTS(
            Page.RUN, "subRequests", "Subrequests of one event", Words.AS_ABOVE, new Kind.Amount(0, 0, 10_000_000, "")),
    LIMIT_MEMORY(Page.RUN, "memoryMb", "Memory of one isolate", Words.AS_ABOVE, new Kind.Amount(0, 0, 16_384, "MiB")),
    LIMIT_RESPONSE(Page.RUN, "responseMb", "Response that is kept", Words.AS_ABOVE, new Kind.Amount(0, 0, 64, "MiB")),
    LIMIT_LOG_LINES(
            Page.RUN,
            "logLines",
            "Console lines of one event",
            Words.AS_ABOVE,
            new Kind.Amount(0, 0, 10_000_000, "lines")),
    LIMIT_LOG_SIZE(
            Page.RUN, "logMb", "Console text of one event", Words.AS_ABOVE, new Kind.Amount(0, 0, 16_384, "MiB")),
    ISOLATES(
            Page.RUN,
            "isolates",
            "Isolates at once",
            "One more does not start.",
            new Kind.Amount(1_000, 1, 100_000, "isolates")),
    IDLE_WORKERS(
            Page.RUN,
            "idleWorkers",
            "Named dynamic workers that stay idle",
            "Of more, those unused for longest are evicted. A project can say otherwise (retention of"
                    + " .playground/playground.json).",
            new Kind.Amount(100, 0, 100_000, "workers")),
    IDLE_SECONDS(
            Page.RUN,
            "idleSeconds",
            "Time after which an idle one is evicted",
            "A project can say otherwise, in the same place.",
            new Kind.Amount(600, 0, 86_400, "s")),
    KEEP_LINES(
            Page.RUN,
            "keepLines",
            "Keep the console's lines when a run begins",
            "Off: each run starts with an empty console.",
            new Kind.Toggle(/* preset= */ true)),
    RUNS_KEPT(
            Page.RUN,
            "runsKept",
            "Runs that are kept of a project",
            "The oldest go first, and those that pass 200 MB together.",
            new Kind.Amount(500, 10, 500, "runs")),
    NETWORK(
            Page.NETWORK,
            "network",
            "Projects that say nothing of the network",
            "What their workers may reach until the project has a rule of its own. A project that says something, in"
                    + " the Inspector or in .playground/playground.json, is asked instead.",
            new Kind.Choice(
                    "blocked", new Kind.Option("blocked", "Blocked"), new Kind.Option("ask", "Ask for each request"))),
    ASK_SECONDS(
            Page.CODE_MODE,
            "askSeconds",
            "How long a question waits",
            "Code that asks for a request or a call waits for your answer; none in time is a no. A project can say"
                    + " otherwise.",
            new Kind.Amount(60, 5, 600, "s")),
    THEME(
            Page.APPEARANCE,
            "theme",
            "Theme",
            "",
            new Kind.Choice(
                    "system",
                    new Kind.Option("system", "Follow the system"),
                    new Kind.Option("light", "Primer Light"),
                    new Kind.Option("dark", "Primer Dark"),
                    new Kind.Option("nord", "Nord"),
                    new Kind.Option("dracula", "Dracula"),
                    new Kind.Option("contrast", "High contrast"))),
    ZOOM(
            Page.APPEARANCE,
            "zoom",
            "Zoom of the window",
            "All of it, menus and pop-ups included.",
            new Kind.Amount(100, 80, 250, "%")),
    DENSITY(
            Page.APPEARANCE,
            "density",
            "Density",
            "Height of rows in lists and tables: compact is 26 pixels at 100 %, comfortable 32. The layout for"
                    + " learning is comfortable, the others are compact.",
            new Kind.Choice(
                    "layout",
                    new Kind.Option("layout", "As the layout"),
                    new Kind.Option("compact", "Compact"),
                    new Kind.Option("comfortable", "Comfortable"))),
    REDUCE_MOTION(
            Page.APPEARANCE,
            "reduceMotion",
            "Reduce motion",
            "While a request runs, a full bar stands still instead of one that moves to and fro. Nothing else here is"
                    + " animated.",
            new Kind.Choice(
                    "system",
                    new Kind.Option("system", "Follow the system"),
                    new Kind.Option("on", "On"),
                    new Kind.Option("off", "Off"))),
    ACTIVITY_WORDS(
            Page.APPEARANCE,
            "activityWords",
            "Words under the icons at the left",
            "The names of the buttons at the left edge of the window. Off: only where the pointer rests on one, and to"
                    + " screen readers.",
            new Kind.Toggle(/* preset= */ false)),
    ANNOUNCEMENTS(
            Page.APPEARANCE,
            "announcements",
            "Announcements to screen readers",
            "Brief: how a run ended, who waits for an answer, and the problem on the line that the caret comes to."
                    + " Full: why it ended so, and what else is wrong on the line.",
            new Kind.Choice(
                    "full",
                    new Kind.Option("off", "Off"),
                    new Kind.Option("brief", "Brief"),
                    new Kind.Option("full", "Full"))),
    KEEP_RUNS(
            Page.PRIVACY,
            "keepRuns",
            "Keep runs for later sessions",
            "Requests and responses with their headers and bodies, in your data folder, readable by you alone. Nothing"
                    + " of yours leaves this machine: there is no telemetry and no check for updates.",
            new Kind.Toggle(/* preset= */ true)),
    KEEP_LOG(
            Page.PRIVACY,
            "keepLog",
            "Keep a log of faults",
            "What fails in the application itself is written to a file in your data folder, without the values of"
                    + " secrets: at most 1 MB, and an older one.",
            new Kind.Toggle(/* preset= */ true));

    private final Page page;
    private final String key;
    private final String title;
    private final String explanation;
    private final Kind kind;

    Setting(Page page, String key, String title, String explanation, Kind kind) {
        this.page = page;
        this.key = key;
        this.title = title;
        this.explanation = explanation;
        this.kind = kind;
    }

    /// What several explanations say.
    private static final class Words {
        static final String AS_ABOVE = "0: as the set of limits above.";
    }

    /// A group of settings.
    public enum Page {
        GENERAL("General"),
        EDITOR("Editor"),
        RUN("Run"),
        NETWORK("Network"),
        APPEARANCE("Appearance"),
        CODE_MODE("Code mode"),
        PRIVACY("Privacy");

        private final String title;

        Page(String title) {
            this.title = title;
        }

        /// As the settings show it.
        public String title() {
            return title;
        }
    }

    /// What values a setting can have.
    public sealed interface Kind {
        /// The value that a fresh installation has.
        Object presetValue();

        /// A value as this kind takes it; its preset when it is of no use.
        Object fit(@Nullable Object value);

        /// On or off.
        record Toggle(boolean preset) implements Kind {
            @Override
            public Object presetValue() {
                return preset;
            }

            @Override
            public Object fit(@Nullable Object value) {
                return value instanceof Boolean on ? on : preset;
            }
        }

        /// A whole number.
        ///
        /// @param least smallest that is possible
        /// @param most largest that is possible
        record Amount(int preset, int least, int most, String unit) implements Kind {
            @Override
            public Object presetValue() {
                return preset;
            }

            @Override
            public Object fit(@Nullable Object value) {
                return value instanceof Number number ? Math.clamp(number.longValue(), least, most) : preset;
            }
        }

        /// A name.
        ///
        /// @param longest how many characters it may have
        record Text(String preset, int longest) implements Kind {
            @Override
            public Object presetValue() {
                return preset;
            }

            @Override
            public Object fit(@Nullable Object value) {
                boolean fits = value instanceof String text
                        && !text.isBlank()
                        && text.length() <= longest
                        && text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
                return fits && value != null ? value : preset;
            }
        }

        /// One of some words.
        record Choice(String preset, List<Option> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }

            Choice(String preset, Option... options) {
                this(preset, List.of(options));
            }

            @Override
            public Object presetValue() {
                return preset;
            }

            @Override
            public Object fit(@Nullable Object value) {
                boolean known =
                        options.stream().anyMatch(option -> option.word().equals(value));
                return known && value != null ? value : preset;
            }
        }

        /// A word in the file, and what the person reads.
        record Option(String word, String title) {}
    }

    /// Where the settings show it.
    public Page page() {
        return page;
    }

    /// Key in `settings.json`.
    public String key() {
        return key;
    }

    /// What it is, in a few words.
    public String title() {
        return title;
    }

    /// What a person should know before choosing; may be empty.
    public String explanation() {
        return explanation;
    }

    /// What values it can have.
    public Kind kind() {
        return kind;
    }
}
