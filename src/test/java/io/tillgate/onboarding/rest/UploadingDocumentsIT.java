package io.tillgate.onboarding.rest;

import static io.restassured.RestAssured.given;
import static io.tillgate.onboarding.rest.Applicants.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.platform.files.Files;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people upload that is no document; the application keeps the good ones and stays as it was. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class UploadingDocumentsIT {
    private static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0};
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private Person owner;
    private String id;

    @BeforeEach
    void an_application() {
        People.awaitTenants();
        owner = Applicants.newOwner("harbour");
        id = Applicants.start(owner, Applicants.form("Uploads"));
    }

    @Test
    void what_is_no_document_is_refused_with_a_reason() {
        upload("register.pdf", "application/pdf", PROGRAM)
                .statusCode(400)
                .body("code", equalTo("FILE_NOT_WHAT_IT_SAYS"));
        upload("register.pdf", "application/octet-stream", PDF).statusCode(400).body("code", equalTo("FILE_TYPE"));
        upload("register.exe", "application/x-msdownload", PROGRAM)
                .statusCode(400)
                .body("code", equalTo("FILE_TYPE"));
        upload("page.html", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))
                .statusCode(400)
                .body("code", equalTo("FILE_TYPE"));
        upload("../register.pdf", "application/pdf", PDF).statusCode(400).body("code", equalTo("VALIDATION"));

        as(owner).get("/api/v1/applications/" + id).then().body("documents", hasSize(0));
    }

    @Test
    void an_empty_file_is_called_empty() {
        upload("register.pdf", "application/pdf", new byte[0]).statusCode(400).body("code", equalTo("FILE_EMPTY"));
    }

    @Test
    void a_file_of_the_largest_size_is_kept_and_one_byte_more_is_too_large() {
        upload("largest.pdf", "application/pdf", Arrays.copyOf(PDF, Files.SIZE_BYTES_MAX))
                .statusCode(201);
        upload("larger.pdf", "application/pdf", Arrays.copyOf(PDF, Files.SIZE_BYTES_MAX + 1))
                .statusCode(413)
                .body("code", equalTo("FILE_SIZE"));

        as(owner).get("/api/v1/applications/" + id).then().body("documents", hasSize(1));
    }

    private ValidatableResponse upload(String name, String type, byte[] bytes) {
        return given().auth()
                .oauth2(owner.token())
                .contentType(type)
                .queryParam("name", name)
                .body(bytes)
                .post("/api/v1/applications/" + id + "/documents")
                .then()
                .contentType(containsString("json"));
    }
}
