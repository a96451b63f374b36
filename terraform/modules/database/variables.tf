variable "name" {
  description = "Name of the instance."
  type        = string
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way out, in at least two zones."
  type        = list(string)
}

variable "client_security_group_ids" {
  description = "Who may connect, by name."
  type        = map(string)
}

variable "kms_key_arn" {
  description = "Encrypts the disk, its copies and the master password."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:")
    error_message = "The ARN of a key is needed."
  }
}

variable "engine_version" {
  description = "Version of PostgreSQL, 18 or a release of it."
  type        = string
  default     = "18"

  validation {
    condition     = can(regex("^18(\\.[0-9]+)?$", var.engine_version))
    error_message = "Tillgate needs PostgreSQL 18."
  }
}

variable "instance_class" {
  description = "Size of the instance. A general or memory class: burstable ones fall back when a shop is busy."
  type        = string
  default     = "db.m7g.xlarge"

  validation {
    condition     = can(regex("^db\\.[mr][5-8][a-z]{0,3}\\.[0-9]*x?large$", var.instance_class))
    error_message = "Give a class of the families m or r, such as db.m7g.xlarge."
  }
}

variable "storage_gib" {
  description = "Disk at first, and how far it may grow."
  type = object({
    first = optional(number, 200)
    most  = optional(number, 2000)
  })
  default = {}

  validation {
    condition     = var.storage_gib.first >= 100 && var.storage_gib.most > var.storage_gib.first
    error_message = "At least 100 GiB, and room to grow."
  }
}

variable "backup_days" {
  description = "How far back the database can be set. Longer than this nothing erased is kept."
  type        = number
  default     = 14

  validation {
    condition     = var.backup_days >= 7 && var.backup_days <= 35
    error_message = "Backups are kept 7 to 35 days."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the database."
  type        = bool
  default     = true
}
