package io.tillgate.settlement.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Messages as a bank writes them. */
final class BankXml {
    private BankXml() {}

    /** One entry with one payment. */
    record Entry(String endToEnd, String amount, String direction, String status, String reference, String more) {
        static Entry paid(String endToEnd, BigDecimal amount, String reference) {
            return new Entry(endToEnd, amount.toPlainString(), "DBIT", "BOOK", reference, "");
        }

        Entry pending() {
            return new Entry(endToEnd, amount, direction, "PDNG", reference, more);
        }

        static Entry back(String endToEnd, BigDecimal amount, String reference) {
            return new Entry(
                    endToEnd,
                    amount.toPlainString(),
                    "CRDT",
                    "BOOK",
                    reference,
                    "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed</AddtlInf></RtrInf>");
        }

        static Entry credit(String amount, String text, String reference) {
            return new Entry(
                    "NOTPROVIDED", amount, "CRDT", "BOOK", reference, "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>");
        }

        private String xml() {
            return """
                    <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>%s</Cd></Sts>
                    <BookgDt><Dt>2026-11-23</Dt></BookgDt>%s<BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
                    <Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s</TxDtls></NtryDtls></Ntry>""".formatted(
                            amount,
                            direction,
                            status,
                            reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>",
                            endToEnd,
                            amount,
                            direction,
                            more);
        }
    }

    static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static String notification(String id, Entry... entries) {
        return report("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", id, "", all(entries));
    }

    /** Without balances. */
    static String statement(String id, Entry... entries) {
        return report("camt.053", "BkToCstmrStmt", "Stmt", id, balance("ITBD", "1"), all(entries));
    }

    static String statementThatMissesACent(String id) {
        return report("camt.053", "BkToCstmrStmt", "Stmt", id, balance("OPBD", "10.00") + balance("CLBD", "10.01"), "");
    }

    /** One booking for a group. */
    static String batch(String id, String group, int count, BigDecimal sum) {
        return report("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", id, "", """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt>
                <AcctSvcrRef>B%s</AcctSvcrRef><BkTxCd/><NtryDtls><Btch><PmtInfId>%s</PmtInfId><NbOfTxs>%d</NbOfTxs></Btch></NtryDtls>
                </Ntry>""".formatted(
                        sum.toPlainString(), id, group, count));
    }

    static String status(String id, String original, String groupStatus, List<String> rejected) {
        StringBuilder transactions = new StringBuilder();
        rejected.forEach(name -> transactions.append(
                "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>"
                        .formatted(name)));
        String payments = rejected.isEmpty()
                ? ""
                : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + original + "</OrgnlPmtInfId>" + transactions
                        + "</OrgnlPmtInfAndSts>";
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-23T10:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>%s</GrpSts>
                </OrgnlGrpInfAndSts>%s</CstmrPmtStsRpt></Document>""".formatted(id, original, groupStatus, payments);
    }

    private static String all(Entry... entries) {
        StringBuilder xml = new StringBuilder();
        for (Entry entry : entries) {
            xml.append(entry.xml());
        }
        return xml.toString();
    }

    private static String balance(String type, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>";
    }

    private static String report(String message, String body, String each, String id, String before, String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s.001.08"><%s>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-23T18:00:00Z</CreDtTm></GrpHdr>
                <%s><Id>%s</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>%s%s</%s></%s></Document>""".formatted(message, body, id, each, id, before, entries, each, body);
    }
}
