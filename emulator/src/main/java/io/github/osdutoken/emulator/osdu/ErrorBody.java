package io.github.osdutoken.emulator.osdu;

import java.io.Serializable;

/** What a refused call is answered with, in one of the forms OSDU's services have. */
sealed interface ErrorBody extends Serializable permits AppError, ErrorEnvelope, ApiError {

    /** Return the status code. */
    int code();
}
