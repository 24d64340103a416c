package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.CronSchedule;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import java.io.PrintWriter;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;

/// Cron triggers and when they come next.
final class CronLines {
    private CronLines() {}

    static void print(WranglerConfig config, PrintWriter out) {
        for (var cron : config.crons()) {
            out.println(Terminal.safe("Cron " + cron + ": ")
                    + CronSchedule.of(cron)
                            .next(Instant.now())
                            .map(time -> "next at " + time)
                            .orElse("never"));
        }
    }

    static void json(WranglerConfig config, ArrayNode into) {
        for (var cron : config.crons()) {
            into.addObject()
                    .put("cron", cron)
                    .put(
                            "next",
                            CronSchedule.of(cron)
                                    .next(Instant.now())
                                    .map(Instant::toString)
                                    .orElse(null));
        }
    }
}
