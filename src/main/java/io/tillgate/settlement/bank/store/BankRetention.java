package io.tillgate.settlement.bank.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Erased;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class BankRetention implements RetentionSchedule {
    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Erased(
                        "bank_message",
                        "",
                        nightly(KeepingTime.years(10), "it came"),
                        DueRows.deleted("bank_message", "id", "r.received_at")),
                new Erased(
                        "bank_booking",
                        "",
                        nightly(KeepingTime.years(10), "it was told"),
                        DueRows.deleted("bank_booking", "key, source", "r.told_at")),
                new Erased(
                        "bank_entry",
                        "",
                        nightly(KeepingTime.years(10), "it was told"),
                        DueRows.deleted("bank_entry", "message_id, number", "r.told_at")));
    }
}
