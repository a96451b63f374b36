package io.tillgate.simulator.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;

/** Writes what the bank says: {@code pain.002.001.11}, {@code camt.054.001.08}, {@code camt.053.001.08}. */
final class Reports {
    private final InstantSource clock;
    private final String life;
    private final AtomicLong numbers = new AtomicLong();

    Reports(InstantSource clock) {
        this.clock = clock;
        this.life = Long.toString(clock.millis(), 36).toUpperCase(java.util.Locale.ROOT);
    }

    /** Never the same, in this life and in the next. */
    String reference(String kind) {
        return kind + life + "-" + numbers.incrementAndGet();
    }

    /** The same for the same thing, in every life: a bank that goes on after a restart books nothing twice. */
    String reference(String kind, String booked) {
        return kind
                + UUID.nameUUIDFromBytes(booked.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    /** Everything is accepted but what is refused, by end-to-end id and reason. */
    Report status(PaymentOrder order, List<PaymentOrder.Transfer> about, Map<String, String> refused) {
        String whole = refused.isEmpty() ? "ACCP" : refused.size() == order.count() ? "RJCT" : "PART";
        return status(order, group -> group.put("GrpSts", whole), report -> {
            for (PaymentOrder.Group group : order.groups()) {
                report.in("OrgnlPmtInfAndSts", info -> status(info, group, about, refused));
            }
        });
    }

    /** The file does not add up: nothing of it is done. */
    Report refusal(PaymentOrder order, String why) {
        return status(
                order,
                group -> group.put("GrpSts", "RJCT")
                        .in(
                                "StsRsnInf",
                                reason -> reason.in("Rsn", code -> code.put("Cd", "AM10"))
                                        .put("AddtlInf", why)),
                report -> {});
    }

    private Report status(PaymentOrder order, Xml.Content group, Xml.Content payments) {
        String id = reference("PSR");
        return Report.status(
                id,
                Xml.document(
                        "pain.002.001.11",
                        document -> document.in("CstmrPmtStsRpt", report -> {
                            header(report, id);
                            report.in("OrgnlGrpInfAndSts", original -> {
                                original.put("OrgnlMsgId", order.messageId()).put("OrgnlMsgNmId", "pain.001.001.09");
                                group.write(original);
                            });
                            payments.write(report);
                        })));
    }

    private static void status(
            Xml info, PaymentOrder.Group group, List<PaymentOrder.Transfer> about, Map<String, String> refused)
            throws XMLStreamException {
        info.put("OrgnlPmtInfId", group.id());
        for (PaymentOrder.Transfer transfer : group.transfers()) {
            if (about.contains(transfer)) {
                info.in("TxInfAndSts", each -> status(each, transfer, refused.get(transfer.endToEndId())));
            }
        }
    }

    private static void status(
            Xml xml, PaymentOrder.Transfer transfer, @org.jspecify.annotations.Nullable String refused)
            throws XMLStreamException {
        xml.put("OrgnlInstrId", transfer.instructionId()).put("OrgnlEndToEndId", transfer.endToEndId());
        if (refused == null) {
            xml.put("TxSts", "ACSP");
        } else {
            xml.put("TxSts", "RJCT").in("StsRsnInf", reason -> reason.in("Rsn", code -> code.put("Cd", refused)));
        }
    }

    Report notification(Accounts.Stretch stretch) {
        String id = reference("NTF");
        return Report.notification(
                id,
                Xml.document(
                        "camt.054.001.08",
                        document -> document.in("BkToCstmrDbtCdtNtfctn", report -> {
                            header(report, id);
                            report.in("Ntfctn", notification -> {
                                account(notification, id, stretch);
                                for (Booking booking : stretch.bookings()) {
                                    notification.in(
                                            "Ntry",
                                            entry -> entry(
                                                    entry, booking, stretch.of().currency()));
                                }
                            });
                        })));
    }

    Report statement(Accounts.Stretch stretch) {
        String id = reference("STM");
        return Report.statement(
                id,
                Xml.document(
                        "camt.053.001.08",
                        document -> document.in("BkToCstmrStmt", report -> {
                            header(report, id);
                            report.in("Stmt", statement -> {
                                account(statement, id, stretch);
                                balance(statement, "OPBD", stretch, stretch.opening());
                                balance(statement, "CLBD", stretch, stretch.closing());
                                for (Booking booking : stretch.bookings()) {
                                    statement.in(
                                            "Ntry",
                                            entry -> entry(
                                                    entry, booking, stretch.of().currency()));
                                }
                            });
                        })));
    }

    private void header(Xml xml, String id) throws XMLStreamException {
        xml.in("GrpHdr", header -> header.put("MsgId", id).put("CreDtTm", now()));
    }

    private void account(Xml xml, String id, Accounts.Stretch stretch) throws XMLStreamException {
        PaymentOrder.Account number = stretch.number();
        xml.put("Id", id)
                .put("CreDtTm", now())
                .in(
                        "Acct",
                        account -> account.in("Id", named -> {
                                    if (number.iban()) {
                                        named.put("IBAN", number.number());
                                    } else {
                                        named.in("Othr", other -> other.put("Id", number.number()));
                                    }
                                })
                                .put("Ccy", stretch.of().currency()));
    }

    private static void balance(Xml xml, String type, Accounts.Stretch stretch, BigDecimal amount)
            throws XMLStreamException {
        xml.in(
                "Bal",
                balance -> balance.in("Tp", kind -> kind.in("CdOrPrtry", code -> code.put("Cd", type)))
                        .amount("Amt", stretch.of().currency(), amount.abs().toPlainString())
                        .put("CdtDbtInd", amount.signum() < 0 ? "DBIT" : "CRDT")
                        .in(
                                "Dt",
                                day -> day.put(
                                        "Dt", stretch.bookings().getLast().day().toString())));
    }

    private static void entry(Xml xml, Booking booking, String currency) throws XMLStreamException {
        String direction = booking.credit() ? "CRDT" : "DBIT";
        String day = booking.day().toString();
        xml.amount("Amt", currency, booking.amount().toPlainString())
                .put("CdtDbtInd", direction)
                .in("Sts", status -> status.put("Cd", "BOOK"))
                .in("BookgDt", date -> date.put("Dt", day))
                .in("ValDt", date -> date.put("Dt", day))
                .put("AcctSvcrRef", booking.reference())
                .in(
                        "BkTxCd",
                        code -> code.in(
                                "Domn",
                                domain -> domain.put("Cd", "PMNT")
                                        .in(
                                                "Fmly",
                                                family -> family.put("Cd", booking.credit() ? "RCDT" : "ICDT")
                                                        .put(
                                                                "SubFmlyCd",
                                                                booking.reason().isEmpty() ? "OTHR" : "RRTN"))))
                .in("NtryDtls", details -> {
                    if (!booking.batch().isEmpty()) {
                        details.in(
                                "Btch",
                                batch -> batch.put("PmtInfId", booking.batch())
                                        .put(
                                                "NbOfTxs",
                                                Integer.toString(booking.items().size()))
                                        .amount(
                                                "TtlAmt",
                                                currency,
                                                booking.amount().toPlainString())
                                        .put("CdtDbtInd", direction));
                    } else {
                        for (Booking.Item item : booking.items()) {
                            details.in("TxDtls", each -> item(each, booking, item, currency));
                        }
                    }
                });
    }

    private static void item(Xml xml, Booking booking, Booking.Item item, String currency) throws XMLStreamException {
        xml.in(
                        "Refs",
                        references -> references
                                .put("AcctSvcrRef", booking.reference())
                                .put("EndToEndId", item.endToEndId()))
                .amount("Amt", currency, item.amount().toPlainString())
                .put("CdtDbtInd", booking.credit() ? "CRDT" : "DBIT")
                .in(
                        "RltdPties",
                        parties -> parties.in(
                                booking.credit() ? "Dbtr" : "Cdtr",
                                side -> side.in("Pty", party -> party.put("Nm", item.counterparty()))));
        if (!item.remittance().isEmpty()) {
            xml.in("RmtInf", remittance -> remittance.put("Ustrd", item.remittance()));
        }
        if (!booking.reason().isEmpty()) {
            xml.in("RtrInf", returned -> returned.in("Rsn", reason -> reason.put("Cd", booking.reason())));
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
