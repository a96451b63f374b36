package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;
import java.util.List;

/** From the tree of a {@code pain} message to its record. The tree is valid: what the schema requires is there. */
final class StatusReading {
    private StatusReading() {}

    static StatusReport report(MessageType type, Node body) {
        Node original = body.required("OrgnlGrpInfAndSts");
        return new StatusReport(
                type,
                body.required("GrpHdr", "MsgId").text(),
                original.required("OrgnlMsgId").text(),
                original.required("OrgnlMsgNmId").text(),
                original.textAt("GrpSts"),
                reasons(original),
                body.all("OrgnlPmtInfAndSts").stream().map(StatusReading::group).toList());
    }

    private static StatusReport.Group group(Node group) {
        return new StatusReport.Group(
                group.required("OrgnlPmtInfId").text(),
                group.textAt("PmtInfSts"),
                reasons(group),
                group.all("TxInfAndSts").stream()
                        .map(StatusReading::transaction)
                        .toList());
    }

    private static StatusReport.Transaction transaction(Node transaction) {
        return new StatusReport.Transaction(
                transaction.textAt("OrgnlInstrId"),
                transaction.textAt("OrgnlEndToEndId"),
                transaction.textAt("TxSts"),
                reasons(transaction),
                transaction.textAt("AcctSvcrRef"));
    }

    private static List<StatusReport.Reason> reasons(Node about) {
        return about.all("StsRsnInf").stream()
                .map(reason -> new StatusReport.Reason(
                        reason.codeAt("Rsn"),
                        reason.all("AddtlInf").stream().map(Node::text).toList()))
                .toList();
    }

    static CreditTransferMessage transfers(MessageType type, Node body) {
        return new CreditTransferMessage(
                type,
                body.required("GrpHdr", "MsgId").text(),
                body.all("PmtInf").stream()
                        .map(group -> new CreditTransferMessage.Group(
                                group.required("PmtInfId").text(),
                                group.all("CdtTrfTxInf").stream()
                                        .map(StatusReading::transfer)
                                        .toList()))
                        .toList());
    }

    private static CreditTransferMessage.Transfer transfer(Node transfer) {
        Node amount = transfer.at("Amt", "InstdAmt").orElseGet(() -> transfer.required("Amt", "EqvtAmt", "Amt"));
        return new CreditTransferMessage.Transfer(
                transfer.required("PmtId", "EndToEndId").text(),
                new BigDecimal(amount.text().strip()),
                amount.currency().orElse(""));
    }
}
