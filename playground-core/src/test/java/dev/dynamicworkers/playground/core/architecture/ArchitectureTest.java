package dev.dynamicworkers.playground.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the code to the package table of `docs/architecture.md`.
final class ArchitectureTest {
    private static final String BASE = "dev.dynamicworkers.playground.core";

    /// What each package may use besides itself, its sub-packages included.
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            entry("util", Set.of()),
            entry("json", Set.of("util")),
            entry("worker", Set.of("util")),
            entry("state", Set.of("worker", "util")),
            entry("debug", Set.of("worker", "util")),
            entry("trace", Set.of("worker", "util")),
            entry("profile", Set.of("trace", "worker", "util")),
            entry("storage", Set.of("worker", "util")),
            entry("project", Set.of("json", "worker", "util")),
            entry("network", Set.of("project", "worker", "util")),
            entry("eventloop", Set.of("util")),
            entry("limits", Set.of("worker", "trace", "util")),
            entry("isolate", Set.of("eventloop", "limits", "trace", "worker", "util")),
            entry("js", Set.of("isolate", "worker", "util")),
            entry("modules", Set.of("js", "isolate", "worker", "util")),
            entry("transpile", Set.of("isolate", "worker", "util")),
            entry("io", Set.of("js", "isolate", "eventloop", "limits", "trace", "worker", "util")),
            entry("debugger", Set.of("debug", "io", "isolate", "eventloop", "worker", "util")),
            entry("profiler", Set.of("profile", "debugger", "trace", "io", "isolate", "eventloop", "worker", "util")),
            entry("rpc", Set.of("io", "js", "isolate", "eventloop", "worker", "util")),
            entry("api", Set.of("rpc", "io", "js", "isolate", "trace", "worker", "util")),
            entry(
                    "binding",
                    Set.of("api", "rpc", "io", "js", "isolate", "eventloop", "storage", "project", "worker", "util")),
            entry(
                    "host",
                    Set.of(
                            "binding",
                            "api",
                            "rpc",
                            "io",
                            "transpile",
                            "modules",
                            "js",
                            "isolate",
                            "limits",
                            "eventloop",
                            "network",
                            "project",
                            "storage",
                            "state",
                            "trace",
                            "worker",
                            "json",
                            "util")),
            entry(
                    "runtime",
                    Set.of(
                            "host",
                            "binding",
                            "debugger",
                            "debug",
                            "profiler",
                            "profile",
                            "io",
                            "isolate",
                            "eventloop",
                            "project",
                            "state",
                            "trace",
                            "limits",
                            "worker",
                            "util")),
            entry("process", Set.of("runtime", "debug", "profile", "state", "project", "trace", "worker", "util")),
            entry("language", Set.of("process", "transpile", "util")),
            entry("codemode", Set.of("runtime", "trace", "worker", "json", "util")));

    private static final Set<String> EXPORTED = Set.of(
            "worker", "debug", "profile", "state", "trace", "project", "runtime", "process", "language", "codemode");

    private static final JavaClasses CODE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    static Stream<String> packages() {
        return USES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesUseOnlyWhatTheTableAllows(String name) {
        var allowed = Stream.concat(Stream.of(name), USES.getOrDefault(name, Set.of()).stream());
        check(classes()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(BASE + "..")).or(resideInAnyPackage(trees(allowed))))
                .because("the package table names all that a package may use"));
    }

    @Test
    void packagesFormNoCycles() {
        for (var pattern : new String[] {".(*)..", ".api.(*)..", ".binding.(*).."}) {
            check(slices().matching(BASE + pattern)
                    .should()
                    .beFreeOfCycles()
                    .because("a cycle makes one package of two"));
        }
    }

    @Test
    void everyPackageIsInTheTable() {
        var used = new TreeSet<String>();
        for (var type : CODE) {
            if (type.getPackageName().startsWith(BASE + ".")) {
                used.add(type.getPackageName().substring(BASE.length() + 1).split("\\.")[0]);
            }
        }
        assertThat(USES.keySet()).containsAll(used);
    }

    @Test
    void onlyFewPackagesNameThePolyglotApi() {
        check(noClasses()
                .that(liveOutside("isolate", "modules", "transpile", "language"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.graalvm\\.polyglot\\.(Engine|Context|Source)(\\$.*)?")
                .because("contexts are made and entered in one place"));
        check(noClasses()
                .that(liveOutside(
                        "isolate",
                        "js",
                        "modules",
                        "io",
                        "rpc",
                        "api",
                        "binding",
                        "transpile",
                        "limits",
                        "debugger",
                        "language"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.graalvm.polyglot..")
                .because("the other packages work without a JavaScript engine in sight"));
        check(noClasses()
                .that(liveOutside("limits", "debugger", "profiler"))
                .and()
                .haveNameNotMatching(".*\\.isolate\\.(CallSite|EndStack)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.oracle.truffle..")
                .because("only the memory gauge, the debugger, the profiler and the search for a call's place look"
                        + " behind the polyglot API"));
    }

    @Test
    void theCoreKnowsNoUserInterface() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("the application is the core's first user, not its part"));
    }

    @Test
    void threadsAreStartedInFewPlaces() {
        check(noClasses()
                .that(liveOutside("eventloop", "limits"))
                .and(not(allowedTo(AllowedTo.Rule.START_THREADS)))
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .because("every thread has a name, an owner that ends it and a handler for what it throws"));
    }

    @Test
    void onlyOnePackageOpensSockets() {
        check(noClasses()
                .that(liveOutside("network", "host"))
                .and(not(allowedTo(AllowedTo.Rule.OPEN_SOCKETS)))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\..*|Socket|ServerSocket)|com\\.sun\\.net\\.httpserver\\..*"
                        + "|java\\.nio\\.channels\\.(Server)?SocketChannel")
                .because("all that leaves a worker goes through one channel factory and the connector"));
    }

    @Test
    void exportedPackagesShowNoOtherPackage() {
        check(noClasses()
                .that()
                .resideInAnyPackage(trees(EXPORTED.stream()))
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.graalvm..")
                .because("users of the library see the project's own types only"));
    }

    @Test
    void namesSayWhatATypeIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .because("such names say nothing"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    private static String tree(String name) {
        return BASE + "." + name + "..";
    }

    private static String[] trees(Stream<String> names) {
        return names.map(ArchitectureTest::tree).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> liveOutside(String... names) {
        return not(resideInAnyPackage(trees(Arrays.stream(names))))
                .as("are outside of " + Arrays.stream(names).collect(Collectors.joining(", ")));
    }

    private static DescribedPredicate<JavaClass> allowedTo(AllowedTo.Rule rule) {
        return DescribedPredicate.describe(
                "allowed to " + rule,
                type -> type.tryGetAnnotationOfType(AllowedTo.class.getName())
                        .map(annotation -> names(annotation, rule))
                        .orElse(type.getEnclosingClass()
                                .map(outer -> allowedTo(rule).test(outer))
                                .orElse(false)));
    }

    private static boolean names(JavaAnnotation<?> annotation, AllowedTo.Rule rule) {
        return annotation.get("value").orElse("") instanceof JavaEnumConstant constant
                && constant.name().equals(rule.name());
    }
}
