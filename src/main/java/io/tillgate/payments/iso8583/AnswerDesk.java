package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.LateAnswers.LateAnswer;
import io.tillgate.payments.iso8583.codec.IsoCodec;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.tillgate.payments.iso8583.codec.MessageFormatException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lays what a host says to the request it answers, or to the evidence. Runs on the link's event loop. */
final class AnswerDesk {
    private static final Logger LOG = Logger.getLogger(AnswerDesk.class);

    private final HostLink link;
    private final Tools tools;
    private final LateAnswers late;

    /** What of the link it works with. */
    record Tools(Translator translator, IsoCodec codec, Window window, LinkMeters meters) {}

    AnswerDesk(HostLink link, Tools tools, LateAnswers late) {
        this.link = link;
        this.tools = tools;
        this.late = late;
    }

    void received(LinkConnection from, byte[] payload) {
        try {
            IsoMessage message = tools.codec().unpack(payload);
            if (!MatchKey.isAnswer(message.mti())) {
                from.write(link.framed(tools.translator().acknowledged(message)));
                return;
            }
            heard(message);
        } catch (MessageFormatException e) {
            garbled(e);
        }
    }

    private void heard(IsoMessage message) {
        Optional<MatchKey> key = MatchKey.of(message);
        Optional<HostAnswer> answer = Translator.answer(message);
        if (key.isEmpty() || !tools.window().holds(key.get())) {
            LateAnswers.Reason reason = key.map(tools.window()::reason).orElse(LateAnswers.Reason.UNMATCHED);
            tell(new LateAnswer(link.name(), reason, message.mti(), key, answer));
            return;
        }
        if (answer.isEmpty()) {
            link.finish(key.get(), LateAnswers.Reason.DUPLICATE, new HostOutcome.Unreadable("39", 0));
            return;
        }
        Duration roundTrip = Duration.ofNanos(link.nanos() - tools.window().sentNanos(key.get()));
        tools.meters().answered(roundTrip);
        link.finish(
                key.get(),
                LateAnswers.Reason.DUPLICATE,
                new HostOutcome.Answered(answer.get().after(roundTrip)));
    }

    /** Laid to a request only when what could be read names it beyond doubt; otherwise that request runs into its timeout. */
    private void garbled(MessageFormatException failure) {
        Optional<IsoMessage> readable = failure.salvaged();
        Optional<MatchKey> request =
                readable.filter(m -> MatchKey.isAnswer(m.mti())).flatMap(this::whose);
        if (request.isPresent()) {
            link.finish(
                    request.get(),
                    LateAnswers.Reason.DUPLICATE,
                    new HostOutcome.Unreadable(failure.path(), failure.offset()));
            return;
        }
        LOG.warnf("link %s: an answer cannot be read: %s", link.name(), failure.getMessage());
        tell(new LateAnswer(
                link.name(),
                LateAnswers.Reason.UNREADABLE,
                readable.map(IsoMessage::mti).orElse(""),
                readable.flatMap(MatchKey::of),
                Optional.empty()));
    }

    private Optional<MatchKey> whose(IsoMessage partly) {
        Optional<MatchKey> whole = MatchKey.of(partly);
        if (whole.isPresent()) {
            return whole.filter(tools.window()::holds);
        }
        String type = MatchKey.typeClass(partly.mti());
        return partly.text(11)
                .flatMap(stan -> partly.text(7)
                        .flatMap(time -> tools.window()
                                .only(key -> key.typeClass().equals(type)
                                        && key.stan() == Integer.parseInt(stan)
                                        && key.transmitted().equals(time))));
    }

    private void tell(LateAnswer what) {
        tools.meters().late(what.reason());
        late.heard(what);
    }
}
