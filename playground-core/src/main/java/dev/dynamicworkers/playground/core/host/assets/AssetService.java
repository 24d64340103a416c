package dev.dynamicworkers.playground.core.host.assets;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.NamedService;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.project.StaticAssets;
import dev.dynamicworkers.playground.core.project.StaticAssets.NotFound;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The assets of a worker: what `env.ASSETS` reaches, and who answers requests that come from outside. Runs on the
/// event loop's thread; files are read on an executor.
public final class AssetService implements NamedService {
    private final EventLoop loop;
    private final Executor executor;
    private final AssetResponses responses;
    private final StaticAssets assets;
    private final boolean prefersAssetsForPages;
    private final List<Pattern> workerFirst;
    private final List<Pattern> assetsFirst;

    /// @param folder of the assets
    /// @param executor runs what blocks
    /// @param flags compatibility flags of the worker
    /// @param notices hears in a sentence of what a user should know, on any thread
    public AssetService(
            StaticAssets assets,
            Path folder,
            List<String> flags,
            EventLoop loop,
            Executor executor,
            Consumer<String> notices) {
        this.assets = assets;
        this.loop = loop;
        this.executor = executor;
        responses = new AssetResponses(assets, folder, notices);
        prefersAssetsForPages = flags.contains("assets_navigation_prefers_asset_serving");
        workerFirst = assets.workerFirstPatterns().stream()
                .filter(each -> !each.startsWith("!"))
                .map(AssetService::pattern)
                .toList();
        assetsFirst = assets.workerFirstPatterns().stream()
                .filter(each -> each.startsWith("!"))
                .map(each -> pattern(each.substring(1)))
                .toList();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Pattern.compile("\\*")
                .splitAsStream(glob + "\u0001")
                .map(part -> Pattern.quote(part.replace("\u0001", "")))
                .collect(Collectors.joining(".*")));
    }

    // ---- requests from outside ----

    /// The way in for requests from outside: an asset answers, or the worker.
    ///
    /// @param worker its default entrypoint, null for a project of assets alone
    public ServiceChannel before(@Nullable ServiceChannel worker) {
        return worker == null ? this : new Front(this, worker);
    }

    private record Front(AssetService assets, ServiceChannel worker) implements NamedService {
        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            assets.route(message, call, worker);
        }

        @Override
        public void call(RpcCall call) {
            worker.call(call);
        }

        @Override
        public void deliver(HandlerEvent event, EventCall call) {
            worker.deliver(event, call);
        }
    }

    private void route(FetchMessage message, FetchCall call, ServiceChannel worker) {
        String path = path(message.url());
        boolean onlyAssets = matches(assetsFirst, path);
        if (assets.workerFirst() || (!onlyAssets && matches(workerFirst, path))) {
            worker.fetch(message, call);
            return;
        }
        boolean keepsNotFound = !assets.workerFirstPatterns().isEmpty()
                || (prefersAssetsForPages && "navigate".equals(AssetResponses.header(message, "sec-fetch-mode")));
        if (onlyAssets) {
            fetch(message, call);
            return;
        }
        NotFound notFound = keepsNotFound ? assets.notFound() : NotFound.NONE;
        blocking(call, () -> responses.answer(message, notFound), answer -> {
            if (answer == null) {
                worker.fetch(message, call);
            } else {
                call.respond(answer);
            }
        });
    }

    private static String path(String url) {
        var parsed = WebUrl.parse(url);
        return parsed == null ? "/" : parsed.path();
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(each -> each.matcher(path).matches());
    }

    // ---- the binding ----

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        blocking(call, () -> responses.answer(message), call::respond);
    }

    private <T extends FetchCall.@Nullable Answer> void blocking(FetchCall call, Supplier<T> work, Consumer<T> then) {
        var unused = CompletableFuture.supplyAsync(work, executor)
                .whenComplete((answer, failure) -> loop.post(() -> {
                    if (failure != null) {
                        call.fail(Failure.of(
                                "Error",
                                "The assets can't be read: " + failure.getMessage(),
                                Failure.Remoteness.LOCAL));
                    } else if (!call.isUnwanted()) {
                        then.accept(answer);
                    }
                }));
    }

    @Override
    public void call(RpcCall call) {
        call.fail(Failure.of(
                "TypeError",
                "The RPC receiver does not implement the method \"" + call.method() + "\".",
                Failure.Remoteness.LOCAL));
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        call.fail(Failure.of(
                "Error", "Handler does not export a " + event.kind() + "() function.", Failure.Remoteness.LOCAL));
    }
}
