variable "bucket" {
  description = "Name of the bucket, unique in the world."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "3 to 63 lower-case letters, digits and dashes."
  }
}

variable "kms_key_arn" {
  description = "Encrypts every object."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:")
    error_message = "The ARN of a key is needed."
  }
}

variable "old_versions_days" {
  description = "How long overwritten and deleted objects can be called back. Longer than this nothing erased is kept."
  type        = number
  default     = 14

  validation {
    condition     = var.old_versions_days >= 1 && var.old_versions_days <= 35
    error_message = "1 to 35 days, as backups of the database."
  }
}
