package io.tillgate.platform.mail;

import io.tillgate.shared.TenantId;
import java.util.Locale;
import java.util.Map;

/**
 * A message to one person.
 *
 * @param template name of the file pair {@code templates/mail/<name>.en.txt} and {@code .zh.txt}; its first line is the subject
 * @param values what the template shows, all of them text
 */
public record MailMessage(TenantId tenant, String to, Locale locale, String template, Map<String, String> values) {}
