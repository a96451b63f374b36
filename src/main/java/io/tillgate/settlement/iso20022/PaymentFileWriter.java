package io.tillgate.settlement.iso20022;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes {@code pain.001.001.09}, transfer by transfer, in one form only: no spaces between, UTF-8. */
public final class PaymentFileWriter {
    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** The JDK's own, whatever else lies on the class path: its form is ours. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Elements xml;

    private PaymentFileWriter(Elements xml) {
        this.xml = xml;
    }

    public static byte[] bytes(PaymentFile file) {
        ByteArrayOutputStream into = new ByteArrayOutputStream(1_024 + file.transfers() * 400);
        write(file, into);
        return into.toByteArray();
    }

    /** Leaves the stream open. */
    public static void write(PaymentFile file, OutputStream into) {
        try {
            Elements xml = new Elements(FACTORY.createXMLStreamWriter(into, StandardCharsets.UTF_8.name()));
            xml.document(NAMESPACE, () -> new PaymentFileWriter(xml).file(file));
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the payment file could not be written", broken);
        }
    }

    private void file(PaymentFile file) throws XMLStreamException {
        xml.within("CstmrCdtTrfInitn", () -> {
            xml.within("GrpHdr", () -> {
                xml.text("MsgId", file.messageId());
                xml.text("CreDtTm", time(file.created()));
                xml.text("NbOfTxs", Integer.toString(file.transfers()));
                xml.text("CtrlSum", number(file.controlSum()));
                xml.within("InitgPty", () -> xml.text("Nm", file.initiatingParty()));
            });
            for (TransferGroup group : file.groups()) {
                xml.within("PmtInf", () -> group(group));
            }
        });
    }

    private void group(TransferGroup group) throws XMLStreamException {
        xml.text("PmtInfId", group.id());
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", Boolean.toString(group.batchBooking()));
        xml.text("NbOfTxs", Integer.toString(group.transfers().size()));
        xml.text("CtrlSum", number(PaymentFile.controlSum(group)));
        terms(group.terms());
        xml.within(
                "ReqdExctnDt",
                () -> xml.text("Dt", group.requestedExecutionDate().toString()));
        xml.within("Dbtr", () -> party(group.debtor()));
        xml.within("DbtrAcct", () -> account(group.debtor().account()));
        xml.within("DbtrAgt", () -> agent(group.debtor().agent()));
        if (group.terms().chargeBearer().isPresent()) {
            xml.text("ChrgBr", group.terms().chargeBearer().get());
        }
        for (CreditTransfer transfer : group.transfers()) {
            xml.within("CdtTrfTxInf", () -> transfer(transfer));
        }
    }

    private void terms(TransferGroup.Terms terms) throws XMLStreamException {
        if (terms.serviceLevel().isEmpty() && terms.categoryPurpose().isEmpty()) {
            return;
        }
        xml.within("PmtTpInf", () -> {
            if (terms.serviceLevel().isPresent()) {
                xml.within("SvcLvl", () -> xml.text("Cd", terms.serviceLevel().get()));
            }
            if (terms.categoryPurpose().isPresent()) {
                xml.within(
                        "CtgyPurp", () -> xml.text("Cd", terms.categoryPurpose().get()));
            }
        });
    }

    private void transfer(CreditTransfer transfer) throws XMLStreamException {
        xml.within("PmtId", () -> {
            xml.text("InstrId", transfer.instructionId());
            xml.text("EndToEndId", transfer.endToEndId());
            if (transfer.uetr().isPresent()) {
                xml.text("UETR", transfer.uetr().get());
            }
        });
        xml.within(
                "Amt",
                () -> xml.amount(
                        "InstdAmt",
                        transfer.amount().currency().getCurrencyCode(),
                        number(Amounts.decimal(transfer.amount()))));
        BankParty creditor = transfer.creditor();
        if (!(creditor.agent() instanceof BankAgent.FromAccount)) {
            xml.within("CdtrAgt", () -> agent(creditor.agent()));
        }
        xml.within("Cdtr", () -> party(creditor));
        xml.within("CdtrAcct", () -> account(creditor.account()));
        remittance(transfer);
    }

    private void remittance(CreditTransfer transfer) throws XMLStreamException {
        if (transfer.creditorReference().isPresent()) {
            String reference = transfer.creditorReference().get();
            xml.within(
                    "RmtInf",
                    () -> xml.within("Strd", () -> xml.within("CdtrRefInf", () -> xml.text("Ref", reference))));
        } else if (transfer.remittance().isPresent()) {
            xml.within("RmtInf", () -> xml.text("Ustrd", transfer.remittance().get()));
        }
    }

    private void party(BankParty party) throws XMLStreamException {
        xml.text("Nm", party.name());
        if (party.place().isPresent()) {
            BankParty.Place place = party.place().get();
            xml.within("PstlAdr", () -> {
                xml.text("TwnNm", place.town());
                xml.text("Ctry", place.country());
            });
        }
    }

    private void account(BankAccountId account) throws XMLStreamException {
        xml.within("Id", () -> {
            switch (account) {
                case BankAccountId.Iban iban -> xml.text("IBAN", iban.number());
                case BankAccountId.Other other -> xml.within("Othr", () -> xml.text("Id", other.number()));
            }
        });
    }

    private void agent(BankAgent agent) throws XMLStreamException {
        xml.within("FinInstnId", () -> {
            switch (agent) {
                case BankAgent.Bic bic -> xml.text("BICFI", bic.code());
                case BankAgent.ClearingMember member ->
                    xml.within("ClrSysMmbId", () -> {
                        xml.within("ClrSysId", () -> xml.text("Cd", member.system()));
                        xml.text("MmbId", member.member());
                    });
                case BankAgent.FromAccount none -> xml.within("Othr", () -> xml.text("Id", "NOTPROVIDED"));
            }
        });
    }

    private static String time(Instant created) {
        return CREATED.format(created);
    }

    private static String number(BigDecimal amount) {
        return amount.toPlainString();
    }
}
