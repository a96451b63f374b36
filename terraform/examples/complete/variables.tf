variable "region" {
  description = "Where everything is."
  type        = string
}

variable "environment" {
  description = "Name of this environment; everything is called tillgate-<environment>."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,10}$", var.environment))
    error_message = "2 to 11 lower-case letters and digits, beginning with a letter."
  }
}

variable "availability_zones" {
  description = "Three zones of the region."
  type        = list(string)
}

variable "vpc_cidr" {
  description = "Addresses of the VPC, a /16."
  type        = string
  default     = "10.20.0.0/16"
}

variable "bucket" {
  description = "Name of the bucket, unique in the world."
  type        = string
}

variable "terminals_host" {
  description = "The name that terminals connect to. It stands in the server's certificate and points to the balancer."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.terminals_host))
    error_message = "A name in the DNS, without scheme and port."
  }
}

variable "api_cidrs" {
  description = "Who may reach the API of Kubernetes from outside the VPC."
  type        = list(string)
  default     = []
}

variable "terminal_cidrs" {
  description = "Where terminals call from."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "database_instance_class" {
  description = "Size of the database."
  type        = string
  default     = "db.m7g.xlarge"
}

variable "deletion_protection" {
  description = "Refuse to delete database and balancer. False for an environment that is thrown away."
  type        = bool
  default     = true
}
