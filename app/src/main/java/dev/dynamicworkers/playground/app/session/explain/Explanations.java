package dev.dynamicworkers.playground.app.session.explain;

import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.ADD_RULE;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.GRANT;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.LIMITS;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.OPEN_FILE;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.RUN_FRESH;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.SHOW_CALLS;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.SHOW_CONSOLE;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.SHOW_ISOLATES;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.SHOW_NETWORK;
import static dev.dynamicworkers.playground.app.session.explain.Fix.Kind.SHOW_PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The explanations that the playground knows by heart: each a pattern over the error and the line it came from.
public final class Explanations {
    private static final String CONFIG = "wrangler.jsonc";
    private static final Pattern ENV_NAME = Pattern.compile("\\benv\\s*\\??\\.\\s*([A-Za-z_$][\\w$]*)");
    private static final List<Rule> RULES = rules();

    private Explanations() {}

    /// One pattern. Groups of `message` may be used as `$1` in the cause and in arguments of fixes.
    private record Rule(String id, Pattern message, Pattern line, String cause, List<Fix> fixes) {}

    /// How many patterns there are.
    public static int count() {
        return RULES.size();
    }

    /// Names of all patterns.
    static List<String> ids() {
        return RULES.stream().map(Rule::id).toList();
    }

    /// Explains an error; empty when no pattern fits.
    ///
    /// @param error name and message, as `TypeError: x is not a function`
    /// @param line source line that the innermost frame points at, empty when it is not known
    public static Optional<Explanation> of(String error, String line) {
        for (Rule rule : RULES) {
            Matcher message = rule.message().matcher(error);
            Matcher source = rule.line().matcher(line);
            if (message.find() && source.find()) {
                Matcher env = ENV_NAME.matcher(line);
                String name = env.find() ? env.group(1) : "";
                List<Fix> fixes = rule.fixes().stream()
                        .map(fix -> new Fix(
                                fix.kind(), fill(fix.title(), message, name), fill(fix.argument(), message, name)))
                        .toList();
                return Optional.of(new Explanation(rule.id(), fill(rule.cause(), message, name), fixes));
            }
        }
        return Optional.empty();
    }

    private static String fill(String template, Matcher groups, String name) {
        String filled = template.replace("$name", name);
        for (int i = 1; i <= groups.groupCount(); i++) {
            String group = groups.group(i);
            filled = filled.replace("$" + i, group == null ? "" : group);
        }
        return filled;
    }

    private static void add(List<Rule> rules, String id, String message, String cause, Fix... fixes) {
        rules.add(new Rule(id, Pattern.compile(message), Pattern.compile(""), cause, List.of(fixes)));
    }

    private static void onLine(List<Rule> rules, String id, String message, String line, String cause, Fix... fixes) {
        rules.add(new Rule(id, Pattern.compile(message), Pattern.compile(line), cause, List.of(fixes)));
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        capabilities(rules);
        network(rules);
        limits(rules);
        loader(rules);
        calls(rules);
        bodies(rules);
        language(rules);
        return List.copyOf(rules);
    }

    private static void capabilities(List<Rule> rules) {
        onLine(
                rules,
                "grant-missing",
                "TypeError: .*(?:undefined|null|is not an object)",
                "\\benv\\s*\\??\\.\\s*[A-Za-z_$][\\w$]*\\s*\\??[.\\[(]",
                "$name is not granted: the code that loads this worker gave it no env.$name, or a rule of this"
                        + " playground took it away, so there is nothing to call.",
                new Fix(GRANT, "Grant $name", "$name"));
        onLine(
                rules,
                "grant-method",
                "TypeError: .*?(?:env\\.[\\w$]+\\.)?([\\w$]+)\\)? is not a function",
                "\\benv\\s*\\??\\.\\s*[A-Za-z_$][\\w$]*\\s*\\.",
                "env.$name is there, but it has no method $1. A stub offers the public methods of its class and no"
                        + " more.",
                Fix.of(SHOW_CALLS, "Show calls"));
        onLine(
                rules,
                "grant-not-callable",
                "TypeError: .* is not a function",
                "\\benv\\s*\\.",
                "env.$name is not what this line takes it for. Look at what the parent puts into env.",
                new Fix(GRANT, "Show grants", "$name"));
        add(
                rules,
                "overlay-refused",
                "(?i)overlay|refused by .*playground\\.json",
                "A rule of this playground refused the call; the code itself would have been allowed to make it.",
                Fix.of(SHOW_CALLS, "Show calls"),
                new Fix(OPEN_FILE, "Open the rules", ".playground/playground.json"));
        add(
                rules,
                "rpc-no-method",
                "does not implement the method \"?'?([\\w$]+)",
                "The other side has no public method $1. Methods of an entrypoint or an RpcTarget must be on its"
                        + " class, not on the instance.",
                Fix.of(SHOW_CALLS, "Show calls"));
        add(
                rules,
                "env-name-unknown",
                "ReferenceError: env is not defined",
                "env is an argument of the handler, not a global. Take it as the second parameter of fetch(), or"
                        + " import { env } from 'cloudflare:workers'.");
        add(
                rules,
                "process-missing",
                "ReferenceError: process is not defined",
                "There is no process in a Worker unless the project asks for Node.js compatibility. Values come"
                        + " through env.",
                new Fix(OPEN_FILE, "Open wrangler.jsonc", CONFIG));
        add(
                rules,
                "require-missing",
                "ReferenceError: require is not defined",
                "This is an ES module, which has import and no require().");
        add(
                rules,
                "browser-global",
                "ReferenceError: (window|document|localStorage|XMLHttpRequest|alert) is not defined",
                "$1 belongs to browsers. A Worker has the globals of a service worker, such as fetch, Request and"
                        + " caches.");
    }

    private static void network(List<Rule> rules) {
        add(
                rules,
                "network-none",
                "not permitted to access the internet",
                "This worker was loaded with globalOutbound: null, so it has no network. It can reach only what its env"
                        + " holds.",
                Fix.of(SHOW_NETWORK, "Show the request"));
        add(
                rules,
                "network-blocked",
                "The playground blocks the network for this project: (\\S*)",
                "The playground lets nothing out unless a rule says so. Refused was $1.",
                new Fix(ADD_RULE, "Add a rule", "$1"),
                Fix.of(SHOW_NETWORK, "Show the request"));
        add(
                rules,
                "network-rule",
                "(?i)(?:denied|refused|blocked)[^:]*(?:rule|network)[^:]*:? ?(https?://\\S+)?",
                "A network rule of this playground refused the request.",
                new Fix(ADD_RULE, "Add a rule", "$1"),
                Fix.of(SHOW_NETWORK, "Show the request"));
        add(
                rules,
                "private-address",
                "(?i)(?:private|loopback|link-local|metadata) address",
                "Addresses of this machine and of private networks stay closed unless a rule names them.",
                Fix.of(SHOW_NETWORK, "Show the request"));
        add(
                rules,
                "connection-failed",
                "Network connection (?:failed|lost)",
                "The request was allowed, but the other side could not be reached or broke off.",
                Fix.of(SHOW_NETWORK, "Show the request"));
        add(
                rules,
                "invalid-url",
                "(?i)TypeError: (?:Invalid URL|Fetch API cannot load)",
                "fetch() and new URL() want an absolute address here: there is no page that a path could belong to.");
    }

    private static void limits(List<Rule> rules) {
        add(
                rules,
                "subrequests",
                "Too many subrequests",
                "Each fetch() and each call of a binding counts as a subrequest.",
                Fix.of(SHOW_CALLS, "Show calls"),
                Fix.of(LIMITS, "Raise"));
        add(
                rules,
                "cpu",
                "exceeded (?:its|[\\d.]+ m?s of) CPU time",
                "CPU time counts only what the code computes, not what it waits for.",
                Fix.of(LIMITS, "Raise"),
                Fix.of(SHOW_ISOLATES, "Show isolates"));
        add(
                rules,
                "memory",
                "exceeded (?:its memory|the memory of the engine|.* of memory)",
                "What a global, a closure or a cache still refers to stays in memory; only what nothing refers to is"
                        + " freed.",
                Fix.of(LIMITS, "Raise"),
                Fix.of(SHOW_ISOLATES, "Isolate chart"));
        add(
                rules,
                "wall",
                "exceeded its wall time limit",
                "Time on the clock counts waiting as well: for responses, timers and streams that have not ended.");
        add(
                rules,
                "hung",
                "code had hung and would",
                "Nothing is left that could settle the promise this request waits for: no timer, no request, no"
                        + " stream. A resolve() is never called.");
        add(
                rules,
                "log-size",
                "Log size limit exceeded",
                "One request may log 256 KB. What came later was dropped.",
                Fix.of(SHOW_CONSOLE, "Show the lines"));
        add(
                rules,
                "recursion",
                "RangeError: Maximum call stack|stack overflow",
                "The code calls itself without end, or very deep. Look for the condition that should stop it.");
        add(
                rules,
                "invalid-length",
                "RangeError: (?:Invalid|invalid) (?:array|string|typed array)?.*length",
                "The code asked for an array or a text that is larger than an isolate can hold.");
    }

    private static void loader(List<Rule> rules) {
        add(
                rules,
                "no-main-module",
                "(?i)main ?module.*(?:not found|must be an ES module|not in)|No such module .*mainModule",
                "The name in mainModule must be one of the names in modules, and that module must be an ES module.");
        add(
                rules,
                "no-such-module",
                "No such module \"?'?([^\"']+)",
                "$1 is imported, but it is not among the modules of this worker. A loaded worker has only what was"
                        + " given to it; there is no folder and no npm behind it.");
        add(
                rules,
                "top-level-await",
                "Top-level await in module is unsettled",
                "The module waits at its top level for something that never comes.");
        add(
                rules,
                "start-failed",
                "Failed to start Worker:\\s*(?:Uncaught )?([\\s\\S]{0,120})",
                "The worker did not start: its top-level code failed with $1.",
                Fix.of(SHOW_PROBLEMS, "Show problems"));
        add(
                rules,
                "compatibility-date",
                "(?i)compatibility.?date",
                "A loaded worker needs a compatibilityDate, written as YYYY-MM-DD and not in the future.");
        add(
                rules,
                "callback-failed",
                "The loader's callback failed",
                "The function that was given to get(id, callback) threw, so there is no code for this id. The next"
                        + " get() of the id fails the same way until it is forgotten.",
                Fix.of(RUN_FRESH, "Run in fresh isolates"));
        add(
                rules,
                "two-codes",
                "The id \"(.*)\" stands for other code than before",
                "The id $1 stood for other code before. get() calls its callback only where no worker of that id is"
                        + " loaded; else it gives the one that is there, with its old code.",
                Fix.of(RUN_FRESH, "Run in fresh isolates"));
        add(
                rules,
                "entrypoint-missing",
                "(?i)(?:no (?:such )?|has no )entrypoint.*?\"?'?([\\w$]+)",
                "The worker exports no entrypoint $1. An entrypoint is an exported class that extends"
                        + " WorkerEntrypoint, or an exported object with handlers.");
        add(
                rules,
                "no-handler",
                "(?i)Handler does not export an? (\\w+)\\(?\\)? function|does not export a (\\w+) handler",
                "The worker has no handler for this event. Export it as a method of the default export.");
        add(
                rules,
                "isolate-gone",
                "(?i)isolate .*(?:has ended|is gone)|no longer available",
                "The isolate that this object came from was ended, and all that was in it is gone.",
                Fix.of(SHOW_ISOLATES, "Show isolates"),
                Fix.of(RUN_FRESH, "Run in fresh isolates"));
    }

    private static void calls(List<Rule> rules) {
        add(
                rules,
                "clone",
                "(?i)DataCloneError|could not be cloned|Could not serialize",
                "Between isolates values travel as copies. Functions and RpcTargets go as stubs; class instances,"
                        + " symbols and weak collections can't go at all.",
                Fix.of(SHOW_CALLS, "Show calls"));
        add(
                rules,
                "stub-disposed",
                "RPC (?:stub|promise) used after being disposed",
                "The stub was disposed, often because the call that brought it is over. Keep a copy with stub.dup().");
        add(
                rules,
                "execution-context",
                "execution context (?:responding|which hosts)",
                "The invocation that this call belonged to is over. An object of one request must not be used in"
                        + " another.");
        add(
                rules,
                "cross-request",
                "(?i)on behalf of a different request",
                "An object of one request was kept in a global and used in another request. Make it anew in each"
                        + " request.");
        add(
                rules,
                "illegal-invocation",
                "Illegal invocation",
                "A method was taken off its object and called alone. Bind it, or call it as object.method().");
    }

    private static void bodies(List<Rule> rules) {
        add(
                rules,
                "body-used",
                "(?i)body (?:has already been|already) (?:used|read)|disturbed",
                "A body can be read once. Read it into a variable, or clone() the request or response before.");
        add(
                rules,
                "stream-locked",
                "(?i)locked to a (?:reader|writer)|currently locked",
                "Somebody else reads or writes this stream. Release that lock, or tee() the stream.");
        add(
                rules,
                "json",
                "SyntaxError: .*JSON",
                "The text is not JSON. An empty body and an HTML error page are what it mostly is; log it as text"
                        + " first.");
        add(
                rules,
                "no-response",
                "(?i)(?:returned|resolved to) (?:a value|undefined|null).*Response|promise did not resolve to"
                        + " 'Response'",
                "fetch() must return a Response in every branch, also after an await.");
        add(
                rules,
                "immutable-headers",
                "(?i)can't modify immutable headers",
                "Headers of a request that came in, and of a response of fetch(), can't be changed. Make a new Request"
                        + " or Response from it.");
    }

    private static void language(List<Rule> rules) {
        add(
                rules,
                "undefined-property",
                "TypeError: Cannot read propert(?:y|ies)(?: of (?:undefined|null) \\(reading)? ?'?([\\w$]+)?",
                "Something on this line is undefined or null, so it has no property $1.");
        add(
                rules,
                "not-a-function",
                "TypeError: (.{1,60}?) is not a function",
                "$1 is called, but it is no function here. Look for a misspelled name or a missing await.");
        add(
                rules,
                "not-defined",
                "ReferenceError: ([\\w$]+) is not defined",
                "Nothing is called $1 here: no variable, no import, no global of a Worker.");
        add(
                rules,
                "const-assign",
                "TypeError: Assignment to constant",
                "A const can't be given another value. Declare it with let.");
        add(
                rules,
                "eval",
                "(?i)code generation (?:from strings )?disallowed",
                "eval(), new Function() and compiling WebAssembly from bytes are not allowed in a Worker. Load code"
                        + " through the Worker Loader.");
        add(
                rules,
                "syntax",
                "^SyntaxError",
                "The code can't be parsed; the line of the message says where.",
                Fix.of(SHOW_PROBLEMS, "Show problems"));
    }
}
