package io.github.osdutoken.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Reads tokens and keys of others. Where JSON's {@code null} stands for an object, Nimbus meets a null pointer (10.9). */
final class JoseParser {

    private interface Parser<T> {
        T parse(String text) throws ParseException;
    }

    private JoseParser() {}

    static JWT jwt(String text) throws ParseException {
        return parse(JWTParser::parse, text);
    }

    static SignedJWT signedJwt(String text) throws ParseException {
        return parse(SignedJWT::parse, text);
    }

    static JWKSet keys(String text) throws ParseException {
        return parse(JWKSet::parse, text);
    }

    private static <T> T parse(Parser<T> parser, String text) throws ParseException {
        try {
            return parser.parse(text);
        } catch (NullPointerException e) {
            throw new ParseException("null where an object should be", 0);
        }
    }
}
