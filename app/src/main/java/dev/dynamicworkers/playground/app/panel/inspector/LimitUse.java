package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.Allowance;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.core.worker.Limit;
import org.jspecify.annotations.Nullable;

/// How much of one limit the last run used.
///
/// @param used in the limit's unit; null when there was no run, or it could not be measured
/// @param value that is in force, in the limit's unit
/// @param setBy who set it, in a few words
public record LimitUse(Limit limit, @Nullable Double used, long value, String setBy) {
    /// The part that was used, 0 to 1; 0 while it is not known.
    public double share() {
        Double amount = used;
        return amount == null || value <= 0 ? 0 : Math.clamp(amount / value, 0, 1);
    }

    /// Figures for people: `1.2 of 10 ms, by the code`.
    public String text() {
        Double amount = used;
        return (amount == null ? "" : number(amount) + " of ") + Allowance.text(limit, value) + ", by " + setBy;
    }

    private String number(double amount) {
        if (limit.unit().equals("MiB")) {
            return Amounts.bytes((long) (amount * (1 << 20)));
        }
        boolean whole = limit.unit().isEmpty() || amount >= 100;
        return String.format(java.util.Locale.ROOT, whole ? "%,.0f" : "%.1f", amount)
                + (limit.unit().isEmpty() || limit.unit().equals(unitOfValue()) ? "" : " " + limit.unit());
    }

    /// The unit in which the value is written.
    private String unitOfValue() {
        String text = Allowance.text(limit, value);
        return text.substring(text.indexOf(' ') + 1);
    }
}
