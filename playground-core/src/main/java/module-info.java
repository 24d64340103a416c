import org.jspecify.annotations.NullMarked;

/// Runs Workers projects, with Dynamic Workers, on GraalJS.
@NullMarked
module dev.dynamicworkers.playground.core {
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires java.management;
    requires java.net.http;
    requires java.sql;
    requires jdk.httpserver;
    requires jdk.management;
    // Named after its file: io.airlift.aircompressor has no module name of its own.
    requires aircompressor;
    requires com.caoccao.javet.swc4j;
    requires com.ibm.icu;
    // Named after its file: org.brotli.dec has no module name of its own.
    requires dec;
    requires org.graalvm.polyglot;
    // Named although found as services: the module path of tests and tools is computed from what is required here.
    requires org.graalvm.js;
    requires org.graalvm.truffle;
    requires org.graalvm.truffle.runtime;
    requires org.graalvm.wasm;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    provides com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider with
            dev.dynamicworkers.playground.core.debugger.StepInstrumentProvider,
            dev.dynamicworkers.playground.core.limits.MemoryInstrumentProvider;

    exports dev.dynamicworkers.playground.core.debug;
    exports dev.dynamicworkers.playground.core.language;
    exports dev.dynamicworkers.playground.core.process;
    exports dev.dynamicworkers.playground.core.profile;
    exports dev.dynamicworkers.playground.core.project;
    exports dev.dynamicworkers.playground.core.project.network;
    exports dev.dynamicworkers.playground.core.project.secret;
    exports dev.dynamicworkers.playground.core.project.share;
    exports dev.dynamicworkers.playground.core.runtime;
    exports dev.dynamicworkers.playground.core.state;
    exports dev.dynamicworkers.playground.core.trace;
    exports dev.dynamicworkers.playground.core.worker;
}
