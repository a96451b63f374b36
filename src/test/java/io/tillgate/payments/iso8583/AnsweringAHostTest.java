package io.tillgate.payments.iso8583;

import static io.tillgate.payments.iso8583.HostRig.LONG;
import static io.tillgate.payments.iso8583.HostRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.iso8583.LateAnswers.LateAnswer;
import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.IsoCodec;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.vertx.core.Vertx;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host played by hand, for what the simulator does not do. */
class AnsweringAHostTest {
    private final IsoCodec codec = new IsoCodec(Dialects.named("iso87-ascii"));
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<LateAnswer> late = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private HostLink link;
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HostLinkConfig config = new HostLinkConfig(
                "by-hand",
                new HostLinkConfig.Address("127.0.0.1", server.getLocalPort()),
                "iso87-ascii",
                1,
                HostRig.at("00000001"),
                HostLinkConfig.Timing.USUAL,
                AnsweringAHostTest::hostsNumbers);
        link = new HostLink(
                config,
                new LinkTools(
                        vertx,
                        System::nanoTime,
                        Clock.systemUTC(),
                        RandomGenerator.getDefault(),
                        new SimpleMeterRegistry()),
                late::add);
        link.open();
        socket = server.accept();
        IsoMessage signOn = read();
        assertThat(signOn.text(70)).contains("001");
        write(answer(signOn, "0810").with(39, "00").build());
        await(link.ready());
    }

    @AfterEach
    void disconnect() throws IOException {
        await(link.close());
        socket.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_echo_from_the_host_is_answered() throws Exception {
        write(IsoMessage.of("0800")
                .with(7, "1120120000")
                .with(11, "000777")
                .with(70, "301")
                .build());

        IsoMessage answer = read();

        assertThat(answer.mti()).isEqualTo("0810");
        assertThat(answer.text(39)).contains("00");
        assertThat(answer.text(11)).contains("000777");
        assertThat(answer.text(70)).contains("301");
    }

    @Test
    void the_host_hears_its_own_numbers() throws Exception {
        CompletableFuture<HostOutcome> outcome = send(1);
        IsoMessage request = read();
        write(answer(request, "0210").with(39, "00").build());

        assertThat(request.text(41)).contains("H0000001");
        assertThat(request.text(42)).contains("900000000000009");
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(HostOutcome.Answered.class);
    }

    @Test
    void an_answer_without_a_response_code_is_unreadable() throws Exception {
        CompletableFuture<HostOutcome> outcome = send(1);
        write(answer(read(), "0210").build());

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new HostOutcome.Unreadable("39", 0));
    }

    @Test
    void an_answer_with_another_time_belongs_to_nobody() throws Exception {
        CompletableFuture<HostOutcome> outcome = send(1);
        IsoMessage request = read();
        write(answer(request, "0210").with(7, "1119120000").with(39, "00").build());
        write(answer(request, "0210").with(39, "05").build());

        HostOutcome heard = outcome.get(10, TimeUnit.SECONDS);

        assertThat(TalkingToACardHostTest.answered(heard).responseCode()).isEqualTo("05");
        assertThat(late.poll(10, TimeUnit.SECONDS))
                .extracting(LateAnswer::reason)
                .isEqualTo(LateAnswers.Reason.UNMATCHED);
    }

    @Test
    void a_garbled_answer_that_cannot_be_laid_to_one_request_is_evidence() throws Exception {
        CompletableFuture<HostOutcome> outcome = send(1);
        IsoMessage request = read();
        byte[] answer = codec.pack(answer(request, "0210").with(39, "00").build());
        write(Arrays.copyOf(answer, 30));

        LateAnswer evidence = late.poll(10, TimeUnit.SECONDS);
        write(answer);

        assertThat(evidence).extracting(LateAnswer::reason).isEqualTo(LateAnswers.Reason.UNREADABLE);
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(HostOutcome.Answered.class);
    }

    @Test
    void a_stream_out_of_step_is_left() throws Exception {
        CompletableFuture<HostOutcome> outcome = send(1);
        read();
        socket.getOutputStream().write(new byte[] {(byte) 0xFF, (byte) 0xFF, 1});

        assertThat(outcome.get(10, TimeUnit.SECONDS))
                .isEqualTo(new HostOutcome.Silent(HostOutcome.Silence.CONNECTION_LOST));
    }

    private static Station hostsNumbers(Station ours) {
        return new Station("H" + ours.terminal().substring(1), "900000000000009", ours.category());
    }

    private CompletableFuture<HostOutcome> send(int stan) {
        Uni<HostOutcome> sent = link.send(HostRig.sale("T0000001", stan, 100), Duration.ofSeconds(9));
        return sent.subscribeAsCompletionStage();
    }

    private static IsoMessage.Builder answer(IsoMessage request, String mti) {
        IsoMessage.Builder answer = IsoMessage.of(mti);
        for (int field : new int[] {3, 4, 7, 11, 41, 70}) {
            answer.with(field, request.text(field));
        }
        return answer;
    }

    private IsoMessage read() throws IOException {
        socket.setSoTimeout((int) LONG.toMillis());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return codec.unpack(in.readNBytes(in.readUnsignedShort()));
    }

    private void write(IsoMessage message) throws IOException {
        write(codec.pack(message));
    }

    private void write(byte[] payload) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] framed = new byte[payload.length + 2];
        framed[0] = (byte) (payload.length >> 8);
        framed[1] = (byte) payload.length;
        System.arraycopy(payload, 0, framed, 2, payload.length);
        out.write(framed);
    }
}
