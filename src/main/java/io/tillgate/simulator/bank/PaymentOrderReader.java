package io.tillgate.simulator.bank;

import com.ctc.wstx.stax.WstxInputFactory;
import io.tillgate.simulator.bank.PaymentOrder.Account;
import io.tillgate.simulator.bank.PaymentOrder.Group;
import io.tillgate.simulator.bank.PaymentOrder.Transfer;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code pain.001.001.09} by the paths of its elements. */
final class PaymentOrderReader {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final XMLInputFactory FACTORY = factory();

    private final Map<String, String> header = new HashMap<>();
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> transfer = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private List<Transfer> transfers = new ArrayList<>();

    private PaymentOrderReader() {}

    /** @throws IllegalArgumentException for what is no such file */
    static PaymentOrder read(byte[] xml) {
        try {
            return new PaymentOrderReader().order(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException unreadable) {
            throw new IllegalArgumentException("not a payment file: " + unreadable.getMessage(), unreadable);
        }
    }

    private PaymentOrder order(XMLStreamReader reader) throws XMLStreamException {
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    text.setLength(0);
                    begun(path, reader);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    ended(path, text.toString().strip());
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {
                    // declarations and comments say nothing
                }
            }
        }
        return new PaymentOrder(
                of(header, "MsgId"),
                Integer.parseInt(of(header, "NbOfTxs")),
                new BigDecimal(of(header, "CtrlSum")),
                groups);
    }

    private void begun(List<String> path, XMLStreamReader reader) {
        if (path.size() == 1 && !NAMESPACE.equals(reader.getNamespaceURI())) {
            throw new IllegalArgumentException("not " + NAMESPACE);
        }
        if (path.getLast().equals("InstdAmt")) {
            transfer.put("Ccy", String.valueOf(reader.getAttributeValue(null, "Ccy")));
        }
    }

    private void ended(List<String> path, String text) {
        String where = String.join("/", path.subList(Math.min(2, path.size()), path.size()));
        if (where.equals("PmtInf")) {
            groups.add(new Group(
                    of(group, "PmtInfId"),
                    LocalDate.parse(of(group, "ReqdExctnDt/Dt")),
                    account(group, "Dbtr"),
                    transfers));
            transfers = new ArrayList<>();
            group.clear();
        } else if (where.equals("PmtInf/CdtTrfTxInf")) {
            transfers.add(new Transfer(
                    of(transfer, "PmtId/InstrId"),
                    of(transfer, "PmtId/EndToEndId"),
                    new BigDecimal(of(transfer, "Amt/InstdAmt")),
                    of(transfer, "Ccy"),
                    of(transfer, "Cdtr/Nm"),
                    account(transfer, "Cdtr")));
            transfer.clear();
        } else if (where.startsWith("PmtInf/CdtTrfTxInf/")) {
            transfer.put(where.substring("PmtInf/CdtTrfTxInf/".length()), text);
        } else if (where.startsWith("PmtInf/")) {
            group.put(where.substring("PmtInf/".length()), text);
        } else if (where.startsWith("GrpHdr/")) {
            header.put(where.substring("GrpHdr/".length()), text);
        }
    }

    private static Account account(Map<String, String> from, String side) {
        String iban = from.get(side + "Acct/Id/IBAN");
        return iban == null ? new Account(false, of(from, side + "Acct/Id/Othr/Id")) : new Account(true, iban);
    }

    private static String of(Map<String, String> from, String name) {
        String value = from.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the payment file has no " + name);
        }
        return value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
