package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the tree of a {@code camt} message to its record. Versions differ in few places; each is read both ways. */
final class AccountReading {
    private AccountReading() {}

    static AccountReport report(MessageType type, Node body, String each) {
        boolean onePage = wholeBy(body.at("GrpHdr", "MsgPgntn"));
        return new AccountReport(
                type,
                body.required("GrpHdr", "MsgId").text(),
                body.all(each).stream()
                        .map(statement -> statement(statement, onePage))
                        .toList());
    }

    private static AccountStatement statement(Node statement, boolean onePage) {
        return new AccountStatement(
                statement.required("Id").text(),
                account(statement.at("Acct")).orElse(""),
                statement.textAt("Acct", "Ccy"),
                onePage && wholeBy(statement.at("StmtPgntn").or(() -> statement.at("NtfctnPgntn"))),
                statement.all("Bal").stream().map(AccountReading::balance).toList(),
                statement.all("Ntry").stream().map(AccountReading::entry).toList());
    }

    /** Page one, and the last: the whole. */
    private static boolean wholeBy(Optional<Node> pages) {
        return pages.map(page -> page.textAt("PgNb").orElse("1").matches("0*1")
                        && page.textAt("LastPgInd")
                                .filter(AccountReading::isTrue)
                                .isPresent())
                .orElse(true);
    }

    private static AccountStatement.Balance balance(Node balance) {
        Node amount = balance.required("Amt");
        String interim = balance.codeAt("Tp", "SubTp").map(sub -> "/" + sub).orElse("");
        return new AccountStatement.Balance(
                balance.codeAt("Tp", "CdOrPrtry").orElse("") + interim,
                decimal(amount),
                amount.currency().orElse(""),
                direction(balance));
    }

    private static StatementEntry entry(Node entry) {
        Node amount = entry.required("Amt");
        List<Node> details = entry.all("NtryDtls");
        String currency = amount.currency().orElse("");
        return new StatementEntry(
                entry.textAt("NtryRef"),
                decimal(amount),
                currency,
                direction(entry),
                entry.textAt("RvslInd").filter(AccountReading::isTrue).isPresent(),
                status(entry.required("Sts")),
                date(entry.at("BookgDt")),
                date(entry.at("ValDt")),
                reference(entry, "AcctSvcrRef"),
                code(entry.at("BkTxCd")),
                details.stream()
                        .flatMap(detail -> detail.all("Btch").stream())
                        .map(AccountReading::batch)
                        .toList(),
                details.stream()
                        .flatMap(detail -> detail.all("TxDtls").stream())
                        .map(transaction -> transaction(transaction, currency))
                        .toList(),
                entry.textAt("AddtlNtryInf"));
    }

    /** Text until version 06, a choice since. */
    private static String status(Node status) {
        return status.textAt("Cd")
                .or(() -> status.textAt("Prtry"))
                .orElseGet(() -> status.text().strip());
    }

    private static StatementEntry.Batch batch(Node batch) {
        Optional<Node> total = batch.at("TtlAmt");
        return new StatementEntry.Batch(
                batch.textAt("MsgId"),
                batch.textAt("PmtInfId"),
                batch.textAt("NbOfTxs").flatMap(AccountReading::count),
                total.map(AccountReading::decimal),
                total.flatMap(Node::currency));
    }

    private static EntryTransaction transaction(Node transaction, String currency) {
        Optional<Node> amount = amount(transaction, currency);
        return new EntryTransaction(
                transaction.at("Refs").map(AccountReading::references).orElseGet(() -> references(transaction)),
                amount.map(AccountReading::decimal),
                amount.flatMap(Node::currency),
                transaction.textAt("CdtDbtInd").map(Direction::of),
                transaction
                        .at("RtrInf")
                        .map(returned ->
                                new EntryTransaction.Return(returned.codeAt("Rsn"), texts(returned, "AddtlInf"))),
                counterparties(transaction),
                remittance(transaction),
                transaction.textAt("AddtlTxInf"));
    }

    /** The amount on the account; what was instructed only where it is in the account's currency. */
    private static Optional<Node> amount(Node transaction, String currency) {
        return transaction
                .at("Amt")
                .or(() -> transaction.at("AmtDtls", "TxAmt", "Amt"))
                .or(() -> transaction
                        .at("AmtDtls", "InstdAmt", "Amt")
                        .filter(instructed -> instructed.currency().equals(Optional.of(currency))));
    }

    private static EntryTransaction.References references(Node references) {
        return new EntryTransaction.References(
                reference(references, "MsgId"),
                reference(references, "AcctSvcrRef"),
                reference(references, "PmtInfId"),
                reference(references, "InstrId"),
                reference(references, "EndToEndId"),
                reference(references, "TxId"),
                references.all("Prtry").stream()
                        .flatMap(own -> own.textAt("Ref").stream())
                        .toList());
    }

    private static Optional<String> reference(Node references, String name) {
        return references.textAt(name).filter(given -> !given.equals("NOTPROVIDED") && !given.equals("NONREF"));
    }

    private static EntryTransaction.Counterparties counterparties(Node transaction) {
        return new EntryTransaction.Counterparties(
                name(transaction, "Dbtr"),
                account(transaction.at("RltdPties", "DbtrAcct")),
                name(transaction, "Cdtr"),
                account(transaction.at("RltdPties", "CdtrAcct")));
    }

    /** A party until version 06, a choice since. */
    private static Optional<String> name(Node transaction, String side) {
        return transaction
                .textAt("RltdPties", side, "Nm")
                .or(() -> transaction.textAt("RltdPties", side, "Pty", "Nm"))
                .or(() -> transaction.textAt("RltdPties", side, "Agt", "FinInstnId", "Nm"));
    }

    private static List<String> remittance(Node transaction) {
        return transaction.at("RmtInf").stream()
                .flatMap(info -> Stream.concat(
                        texts(info, "Ustrd").stream(), info.all("Strd").stream().flatMap(AccountReading::structured)))
                .toList();
    }

    private static Stream<String> structured(Node remittance) {
        return Stream.concat(
                remittance.textAt("CdtrRefInf", "Ref").stream(),
                Stream.concat(
                        remittance.all("RfrdDocInf").stream().flatMap(document -> document.textAt("Nb").stream()),
                        texts(remittance, "AddtlRmtInf").stream()));
    }

    private static Optional<String> account(Optional<Node> account) {
        return account.flatMap(given -> given.textAt("Id", "IBAN").or(() -> given.textAt("Id", "Othr", "Id")));
    }

    private static String code(Optional<Node> code) {
        return code.map(given -> given.at("Domn")
                        .map(domain -> Stream.of(
                                        domain.textAt("Cd"),
                                        domain.textAt("Fmly", "Cd"),
                                        domain.textAt("Fmly", "SubFmlyCd"))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining("/")))
                        .or(() -> given.textAt("Prtry", "Cd"))
                        .orElse(""))
                .orElse("");
    }

    private static List<String> texts(Node of, String name) {
        return of.all(name).stream()
                .map(Node::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The day where the bank is: a time's zone says nothing about the business day. */
    private static Optional<LocalDate> date(Optional<Node> choice) {
        return choice.flatMap(given -> given.textAt("Dt").or(() -> given.textAt("DtTm")))
                .map(text -> text.substring(0, Math.min(10, text.length())))
                .flatMap(AccountReading::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notOfThisMillennium) {
            return Optional.empty();
        }
    }

    /** At most fifteen digits by the schema; what no report can hold is no count. */
    private static Optional<Integer> count(String digits) {
        try {
            return Optional.of(Integer.valueOf(digits));
        } catch (NumberFormatException tooMany) {
            return Optional.empty();
        }
    }

    private static Direction direction(Node of) {
        return of.textAt("CdtDbtInd").map(Direction::of).orElse(Direction.CREDIT);
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static BigDecimal decimal(Node amount) {
        return new BigDecimal(amount.text().strip());
    }
}
